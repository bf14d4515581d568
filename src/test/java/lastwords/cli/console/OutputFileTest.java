package lastwords.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are written completely or not at all. */
final class OutputFileTest {
  @TempDir private Path folder;

  @Test
  void whatFailsHalfWayLeavesTheFileAsItWas() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    assertThatThrownBy(
            () ->
                new OutputFile(file)
                    .write(
                        out -> {
                          out.write('x');
                          throw new IOException("half way");
                        }))
        .hasMessage("half way");
    assertThat(file).hasContent("before");
    assertThat(folder.toFile().list()).containsExactly("a");
  }

  @Test
  void aLinkStaysALinkAndPermissionsStay() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    new OutputFile(link).write("after");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw-r--");
  }

  @Test
  void aDeviceIsWrittenTo() throws IOException {
    new OutputFile(Path.of("/dev/null")).write("gone");
    assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    assertThat(OutputFile.of("/dev/null").path()).isEqualTo(Path.of("/dev/null"));
  }

  @Test
  void aNameAloneIsAFileHere() {
    assertThat(OutputFile.of("no-such-file-here.svg").path().getParent()).isNull();
    assertThat(folder).isEmptyDirectory();
  }
}
