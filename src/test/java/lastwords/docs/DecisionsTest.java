package lastwords.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each decision has a number, a status and a date, and is in the list of decisions. */
final class DecisionsTest {
  private static final Path FOLDER = Path.of("src/docs/adr");

  private static List<Path> decisions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @Test
  void eachSaysWhetherItHoldsAndSinceWhen() throws IOException {
    for (Path decision : decisions()) {
      List<String> lines = Files.readAllLines(decision);
      int number = Integer.parseInt(decision.getFileName().toString().substring(0, 4));
      assertThat(lines.get(0)).startsWith("# " + number + ". ");
      assertThat(lines.get(2))
          .as(decision.toString())
          .matches("\\*\\*Status\\.\\*\\* (Accepted|Superseded), 20\\d\\d-\\d\\d-\\d\\d(; .*)?\\.");
    }
  }

  @Test
  void allAreListed() throws IOException {
    String architecture = Files.readString(Path.of("src/docs/architecture.md"));
    for (Path decision : decisions()) {
      assertThat(architecture).contains("(adr/" + decision.getFileName() + ")");
    }
  }
}
