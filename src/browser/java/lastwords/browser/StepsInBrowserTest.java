package lastwords.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stepping through a run. */
final class StepsInBrowserTest extends BrowserTest {
  @TempDir private static Path folder;
  private static String run;

  @BeforeAll
  static void writeThePage() {
    Path file = folder.resolve("run.html");
    Cli.run("run", "logbuf-scenario-2", "--html", file.toString());
    run = file.toUri().toString();
  }

  private static void key(Page page, String key) {
    page.locator("body").press(key);
  }

  @Test
  void keysGoStepByStepAndEventByEvent() {
    Page page = open(run + "#step=7");
    key(page, "ArrowRight");
    assertThat(page.locator("#now")).containsText(Pattern.compile("^step 8 of "));
    key(page, "ArrowLeft");
    assertThat(page.locator("#now")).containsText(Pattern.compile("^step 7 of "));
    key(page, "ArrowDown");
    assertThat(page.locator("#moments [aria-current]")).containsText("spins from here on");
    page.locator("#kind").selectOption("interrupt");
    page.locator("#after").click();
    assertThat(page.locator("#moments [aria-current]")).containsText("sends handle_ipi_cpu_stop()");
  }

  @Test
  void aStepSaysWhatItHasChanged() {
    Page page = open(run);
    page.locator("#find").fill("lock logbuf_lock");
    page.locator("#find").press("Enter");
    page.locator("#find").fill("lock logbuf_lock");
    page.locator("#find").press("Shift+Enter");
    assertThat(page.locator("#changed")).containsText("logbuf_lock: free → cpu0");
    assertThat(page.locator("#stack")).containsText("in vprintk_emit() <- vprintk_default()");
    page.locator("#find").fill("cmpxchg panic_cpu");
    page.locator("#find").press("Enter");
    assertThat(page.locator("#changed")).containsText("panic_cpu.counter: -1 → 0");
    assertThat(page.locator("#changed")).containsText("cpu0 enters panic()");
    page.locator("#find").fill("nothing like that");
    page.locator("#find").press("Enter");
    assertThat(page.locator("#found")).hasText("no step has that");
  }

  @Test
  void twoMarkersTellHowFarTheyAreApart() {
    Page page = open(run + "#step=10");
    key(page, "a");
    key(page, "ArrowRight");
    key(page, "ArrowRight");
    key(page, "b");
    assertThat(page.locator("#difference")).containsText("from A to B: ");
    assertThat(page.locator("#difference")).containsText(", 2 steps");
    assertThat(page).hasURL(Pattern.compile("#step=12&a=10&b=12$"));
    Page again = open(page.url());
    assertThat(again.locator("#difference")).containsText("from A to B: ");
  }

  @Test
  void theScrubberAndZoomFollow() {
    Page page = open(run);
    page.locator("#scrub").fill("100");
    assertThat(page.locator("#now")).containsText(Pattern.compile("^step 100 of "));
    page.locator("#axis").selectOption("time");
    for (int i = 0; i < 20; i++) {
      page.locator("#in").click();
    }
    assertThat((Boolean) page.evaluate("() => lwPage.axis.to - lwPage.axis.from < 1e-5")).isTrue();
    picture(page, "zoomed");
  }

  @Test
  void whatDecidedAWitnessIsMarked() throws IOException, InterruptedException {
    Path witnesses = folder.resolve("w");
    Cli.run("explore", "logbuf-scenario-2", "--stalls", "1", "--witness-dir", witnesses.toString());
    Path file;
    try (Stream<Path> files = Files.list(witnesses)) {
      file = files.sorted().findFirst().orElseThrow();
    }
    ServedPage served = new ServedPage(file.toString());
    try {
      Page page = open(served.address());
      page.locator("#decide").click();
      assertThat(page.locator("#decision"))
          .containsText("before it, other outcomes were still possible: hang at");
      picture(page, "decided");
    } finally {
      served.end();
    }
  }

  /** Figures of this machine: reported, not judged. */
  @Test
  void aHundredThousandStepsOn64CpusAreScrubbed() throws IOException {
    Path file = folder.resolve("large.html");
    String[] line = {
      "run",
      "logbuf-scenario-3",
      "--set",
      "machine.cpus=64",
      "--set",
      "hold_us=12",
      "--set",
      "pause_us=34",
      "--html",
      file.toString()
    };
    Cli.run(line);
    Page page = open(file.toUri().toString());
    @SuppressWarnings("unchecked")
    Map<String, Object> figures = (Map<String, Object>) page.evaluate("() => lwBench(60)");
    assertThat((Integer) figures.get("steps")).isGreaterThan(100_000);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target", "page-speed.txt"), figures + "\n");
    picture(page, "large-1280");
    assertAccessible(page);
  }
}
