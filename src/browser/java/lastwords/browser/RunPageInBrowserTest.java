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

/** The page of a run. */
final class RunPageInBrowserTest extends BrowserTest {
  @TempDir private static Path folder;
  private static String run;

  @BeforeAll
  static void writeThePage() {
    Path file = folder.resolve("run.html");
    Cli.run("run", "logbuf-scenario-2", "--html", file.toString());
    run = file.toUri().toString();
  }

  private static Locator moment(Page page) {
    return page.locator("#moments [aria-current]");
  }

  @Test
  void itOpensAtThePanic() {
    Page page = open(run);
    assertThat(page.locator("#source")).containsText("lw_panic_begins");
    assertThat(page.locator("#now")).containsText("— panics");
    assertThat(moment(page)).containsText("panics");
    assertThat(page.locator("#waits svg")).containsText("logbuf_lock");
  }

  @Test
  void itOpensAtTheStepOfItsLink() {
    Page page = open(run + "#step=10");
    assertThat(page.locator("#now")).containsText(Pattern.compile("^step 10 of "));
    assertThat(page.locator("#rows [aria-current=step]")).isVisible();
  }

  @Test
  void nothingSeriousKeepsAnybodyOut() {
    for (Look look : new Look[] {Look.USUAL, Look.DARK, Look.NARROW, Look.WIDE}) {
      Page page = open(run, look);
      assertThat(page.locator("#now")).not().isEmpty();
      picture(page, "run-" + look.width() + (look.dark() ? "-dark" : ""));
      assertAccessible(page);
    }
  }
}
