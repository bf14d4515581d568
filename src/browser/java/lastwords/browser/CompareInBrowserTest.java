package lastwords.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.regex.Pattern;
import lastwords.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs, one above the other. */
final class CompareInBrowserTest extends BrowserTest {
  @TempDir private static Path folder;
  private static String pair;

  @BeforeAll
  static void writeThePage() {
    Path file = folder.resolve("pair.html");
    Cli.run(
        "compare", "5.2", "5.2+panic-lock-safe", "logbuf-scenario-2", "--html", file.toString());
    pair = file.toUri().toString();
  }

  private static Locator row(Page page) {
    return page.locator("#rows [aria-current]");
  }

  @Test
  void itOpensAtTheFirstDifference() {
    Page page = open(pair);
    assertThat(page.locator("#count")).hasText("6 of 20 events differ");
    assertThat(row(page)).hasClass("differs");
    assertThat(row(page)).containsText("printk_safe_flush_on_panic()");
    assertThat(row(page)).containsText("printk_bust_lock_safe()");
    assertThat(page.locator("#outcome-left")).hasClass("differs");
    assertThat(page.locator("#source-right .differs").first()).isAttached();
  }

  @Test
  void keysGoFromDifferenceToDifference() {
    Page page = open(pair);
    page.locator("body").press("ArrowRight");
    assertThat(row(page)).containsText("spins from here on");
    assertThat(page.locator("#now")).containsText("/ nothing of that kind");
    page.locator("body").press("ArrowLeft");
    assertThat(row(page)).containsText("finds logbuf_lock locked");
    page.locator("body").press("ArrowUp");
    assertThat(row(page)).not().hasClass(Pattern.compile("differs"));
  }

  @Test
  void aLinkOpensAtItsEvent() {
    Page page = open(pair + "#row=2");
    assertThat(row(page)).containsText("panics");
  }

  @Test
  void itCanBeSeenOnAnyScreen() {
    for (Look look : new Look[] {Look.USUAL, Look.DARK, Look.NARROW, Look.WIDE}) {
      Page page = open(pair, look);
      assertThat(page.locator("#now")).not().isEmpty();
      picture(page, "compare-" + look.width() + (look.dark() ? "-dark" : ""));
      assertAccessible(page);
    }
  }
}
