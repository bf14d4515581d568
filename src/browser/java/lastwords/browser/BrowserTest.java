package lastwords.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/**
 * A test that drives a page in a browser. A line on the browser's console, a script error or a
 * request to any other than the page's own server fails it. Without a browser it is skipped, unless
 * the system property {@code browser.required} is set.
 */
@Timeout(600)
abstract class BrowserTest {
  private static final double PATIENCE = 90_000; // ms for a condition, on a busy machine
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final List<BrowserContext> opened = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  @BeforeAll
  static void skipsWithoutABrowser() {
    assumeTrue(
        Chromium.installed().isPresent() || Boolean.getBoolean("browser.required"),
        "skipped, because no chromium is installed");
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
  }

  @AfterEach
  final void theBrowserHadNothingToSay() {
    opened.forEach(BrowserContext::close);
    problems.removeIf(problem -> expected.stream().anyMatch(problem::contains));
    assertThat(problems).as("console lines, page errors, foreign requests").isEmpty();
  }

  /** Opens a page in its own window. */
  protected final Page open(String address, Look look) {
    BrowserContext context = Chromium.running().newContext(look.context());
    opened.add(context);
    Page page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onConsoleMessage(line -> problems.add("console: " + line.text()));
    page.onPageError(error -> problems.add("error: " + error));
    page.onRequest(request -> watch(address, request.url()));
    page.navigate(address);
    return page;
  }

  /** Opens a page in a window of the usual size. */
  protected final Page open(String address) {
    return open(address, Look.USUAL);
  }

  private void watch(String page, String request) {
    if (!request.startsWith("data:") && !request.startsWith("blob:") && foreign(page, request)) {
      problems.add("request: " + request);
    }
  }

  /** A page from disk may only request itself, one from a server anything on that server. */
  private static boolean foreign(String page, String request) {
    URI own = URI.create(page);
    URI asked = URI.create(request);
    return own.getAuthority() == null
        ? !own.getPath().equals(asked.getPath())
        : !own.getScheme().equals(asked.getScheme())
            || !own.getAuthority().equals(asked.getAuthority());
  }

  /** The problems so far. */
  protected final List<String> problems() {
    return List.copyOf(problems);
  }

  /** Console lines with this text are expected. */
  protected final void expectLine(String text) {
    expected.add(text);
  }

  /** Fails if axe finds something serious. */
  protected final void assertAccessible(Page page) {
    List<Rule> found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
    assertThat(found.stream().filter(rule -> SERIOUS.contains(rule.getImpact())))
        .extracting(rule -> rule.getId() + ": " + rule.getNodes())
        .isEmpty();
  }

  /** Writes a screenshot to {@code target/screenshots}, for people to look at. */
  protected final void picture(Page page, String name) {
    Path file = Path.of("target", "screenshots", name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
