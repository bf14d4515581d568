package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pictures in the documents are those that {@code convert} draws of the scenarios after which
 * they are named; {@code mvn test -Dtest=PicturesTest -Ddocs.rewrite=true} draws them again.
 */
final class PicturesTest {
  private static final Path PICTURES = Path.of("src/docs/pictures");

  @TestFactory
  List<DynamicTest> picturesAreDrawnFromTheirScenarios() throws IOException {
    try (Stream<Path> all = Files.list(PICTURES)) {
      return all.sorted()
          .map(it -> DynamicTest.dynamicTest(it.toString(), () -> check(it)))
          .toList();
    }
  }

  private static void check(Path picture) throws IOException {
    String scenario = picture.getFileName().toString().replace(".svg", "");
    Cli drawn = Cli.run("convert", scenario, "-", "--to", "svg");
    assertThat(drawn.code()).as(drawn.err()).isEqualTo(ExitCode.OK);
    if (Boolean.getBoolean("docs.rewrite")) {
      Files.writeString(picture, drawn.out());
    }
    assertThat(picture).content().isEqualTo(drawn.out());
  }
}
