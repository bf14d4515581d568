package lastwords.kernelc.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How messages count things. */
final class WordingTest {
  /** A sum of numbers with the plural of a thing: {@code + " states, "}. */
  private static final Pattern PLURAL =
      Pattern.compile(
          "\\w\\(?\\)\\s*\\+ \"( more)? (cases|runs|states|transitions|cells|choices|rows|files)\\b");

  @Test
  void oneThingIsNotMany() {
    assertThat(Wording.count(1, "run")).isEqualTo("1 run");
    assertThat(Wording.count(0, "run")).isEqualTo("0 runs");
    assertThat(Wording.count(2, "context switch")).isEqualTo("2 context switches");
    assertThat(Wording.count(3, "witness")).isEqualTo("3 witnesses");
    assertThat(Wording.plural(1, "kernel")).isEqualTo("kernel");
  }

  @Test
  void reportsOfVerbsCountByIt() throws IOException {
    List<String> others = new ArrayList<>();
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/lastwords/cli"))) {
      for (Path source : sources.filter(Files::isRegularFile).sorted().toList()) {
        Matcher plural = PLURAL.matcher(Files.readString(source));
        while (plural.find()) {
          others.add(source.getFileName() + ": " + plural.group());
        }
      }
    }
    assertThat(others).isEmpty();
  }
}
