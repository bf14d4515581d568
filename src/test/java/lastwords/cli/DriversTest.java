package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Drivers as people write them run unmodified, and end as a kernel developer would expect. */
final class DriversTest {
  private static final Path DRIVERS = Path.of("src/test/resources/drivers");

  @TestFactory
  Stream<DynamicTest> drivers() throws IOException {
    try (Stream<Path> all = Files.list(DRIVERS)) {
      return all.filter(path -> path.toString().endsWith(".conf")).sorted().toList().stream()
          .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }
  }

  private static void check(Path path) {
    Cli done = Cli.run("test", path.toString());
    assertThat(done.code()).as(done.out() + done.err()).isZero();
  }
}
