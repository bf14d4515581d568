package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import org.junit.jupiter.api.Test;

final class OutputTest {
  /** Fails at the first write, like a pipe without a reader or a full disk. */
  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  private static int version(OutputStream out, ByteArrayOutputStream err) {
    return Lastwords.run(new Output(out, err, Terminal.NONE), "version");
  }

  @Test
  void aReaderThatHasGoneIsNoError() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(version(failing("Broken pipe"), err)).isEqualTo(ExitCode.OK);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFullDiskIsAnError() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(version(failing("No space left on device"), err)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString())
        .isEqualTo("lastwords: cannot write to standard output: No space left on device\n");
  }

  @Test
  void coloursAreForThoseWhoWantThem() {
    assertThat(red(Terminal.NONE)).isEqualTo("x");
    assertThat(red(new Terminal(true, true, false, Terminal.UNLIMITED, "lastwords")))
        .isEqualTo("\u001b[31mx\u001b[0m");
  }

  private static String red(Terminal terminal) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Output output = new Output(sink, sink, terminal);
    output.out().print(output.red("x"));
    output.out().flush();
    return sink.toString();
  }
}
