package lastwords.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes a browser test fail. */
final class BrowserProblemsTest extends BrowserTest {
  private static final String PAGE =
      "<!doctype html><title>page</title><img src='http://localhost:1/picture.png'>"
          + "<script>console.log('a line'); throw new Error('an error');</script>";

  @TempDir private Path folder;

  @Test
  void aConsoleLineAnErrorAndARequestToAnotherServer() throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), PAGE);
    Page page = open(file.toUri().toString());
    page.waitForCondition(() -> problems().size() >= 3);
    assertThat(problems())
        .contains("console: a line", "request: http://localhost:1/picture.png")
        .anyMatch(problem -> problem.startsWith("error: ") && problem.contains("an error"));
    expectLine("");
  }
}
