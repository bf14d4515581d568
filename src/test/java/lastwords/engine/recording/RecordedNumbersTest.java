package lastwords.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.Operation;
import org.junit.jupiter.api.Test;

/** Recordings contain the numbers of builtins and operations: new ones go to the end. */
final class RecordedNumbersTest {
  private static List<String> recorded(String file) throws IOException {
    return Files.readAllLines(Path.of("src/test/resources/recordings", file));
  }

  private static List<String> names(Enum<?>... all) {
    return Stream.of(all).map(Enum::name).toList();
  }

  @Test
  void numbersThatRecordingsHoldStay() throws IOException {
    assertThat(names(Builtin.values())).startsWith(recorded("builtins.txt").toArray(String[]::new));
    assertThat(names(Operation.values()))
        .startsWith(recorded("operations.txt").toArray(String[]::new));
  }
}
