package lastwords.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, where there is one: Debian's chromium. */
final class PageInBrowserTest {
  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome");

  @TempDir private Path folder;

  private static Optional<Path> browser() {
    return Stream.of(System.getenv("PATH").split(":"))
        .flatMap(path -> BROWSERS.stream().map(name -> Path.of(path, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** The document after its scripts have run. */
  private String shown(String address) throws IOException, InterruptedException {
    assumeThat(browser()).as("skipped, because no chromium is installed").isPresent();
    Path out = folder.resolve("dom.html");
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(
                browser().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"),
                "--enable-logging=stderr",
                "--virtual-time-budget=5000",
                "--dump-dom",
                address)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the browser does not end");
    }
    assertThat(Files.readString(log, StandardCharsets.ISO_8859_1)).doesNotContain("CONSOLE");
    return Files.readString(out);
  }

  @Test
  void aPageOpensAtThePanicAndAtAStepOfItsLink() throws IOException, InterruptedException {
    Path file = folder.resolve("run.html");
    Cli.run("run", "logbuf-scenario-2", "--html", file.toString());
    String dom = shown(file.toUri().toString());
    assertThat(dom)
        .contains("lw_panic_begins")
        .contains("— panics</p>")
        .containsPattern("<li aria-current=\"true\">.*panics")
        .contains("logbuf_lock</text>");
    assertThat(shown(file.toUri() + "#step=10"))
        .containsPattern("id=\"now\"[^>]*>step 10 of ")
        .containsPattern("<tr aria-current=\"step\">");
  }
}
