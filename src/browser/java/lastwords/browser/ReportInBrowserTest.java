package lastwords.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report, opened from disk. */
final class ReportInBrowserTest extends BrowserTest {
  @TempDir private static Path folder;
  private static String address;

  @BeforeAll
  static void report() {
    String results = folder.resolve("results").toString();
    Path file = folder.resolve("report.html");
    Cli.run("explore", "logbuf-scenario-1", "--out", results);
    Cli.run("test", "src/docs/first-case", "--out", results);
    Cli done = Cli.run("report", results, "src/test/resources/report", "--html", file.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    address = file.toUri().toString();
  }

  @Test
  void aRunIsSteppedThrough() {
    Page page = open(address);
    Locator run = page.locator("#run0");
    assertThat(run.locator(".now")).containsText("panics");
    assertThat(run.locator("li[aria-current]")).containsText("panics");
    run.getByText("event ▶▶").click();
    assertThat(run.locator(".now")).not().containsText("— panics");
    Locator scrubber = run.locator(".scrub");
    scrubber.focus();
    scrubber.press("End");
    assertThat(scrubber).hasAttribute("aria-valuetext", Pattern.compile("step \\d+ of .*"));
    assertThat(run.locator("li").last()).hasAttribute("aria-current", "step");
    run.locator("li").first().click();
    assertThat(run.locator("li").first()).hasAttribute("aria-current", "step");
  }

  @Test
  void aCellOfTheHeatMapLeadsToItsReasons() {
    Page page = open(address);
    Locator cell = page.locator("table.heat a[href^='#result']").first();
    String target = cell.getAttribute("href");
    cell.click();
    assertThat(page.locator(target)).isInViewport();
  }

  @Test
  void itIsAccessibleInEveryLook() {
    for (Look look : List.of(Look.USUAL, Look.DARK, Look.NARROW, Look.WIDE)) {
      Page page = open(address, look);
      assertThat(page.locator("#run0 .now")).containsText("panics");
      assertAccessible(page);
      picture(page, "report-" + look.width() + (look.dark() ? "-dark" : ""));
      Object wider =
          page.evaluate(
              "document.documentElement.scrollWidth > document.documentElement.clientWidth");
      assertThat(wider).as(look + " scrolls sideways").isEqualTo(false);
    }
  }

  @Test
  void onPaperEverythingIsUnfolded() {
    Page page = open(address);
    assertThat(page.locator("#run0 .now")).containsText("panics");
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.locator("nav")).isHidden();
    assertThat(page.locator("details:not([open])")).hasCount(0);
    picture(page, "report-print");
  }
}
