package lastwords.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultFilesTest {
  private static final String RUN = "{\"schema\": \"lastwords/run/1\", \"seed\": 1}";

  private static final String TEST = "{\"schema\": \"lastwords/test/1\", \"results\": []}";

  @TempDir private Path folder;

  private final ResultFiles files = new ResultFiles(List.of("run", "test"));

  private void in(byte[] bytes) throws IOException {
    files.add("-", new ByteArrayInputStream(bytes));
  }

  @Test
  void standardInputHasResultsOneAfterTheOther() throws IOException {
    in((RUN + "\n" + TEST + "\n").getBytes(StandardCharsets.UTF_8));
    assertThat(files.results()).extracting(ResultFile::kind).containsExactly("run", "test");
    assertThat(files.problems()).isEmpty();
  }

  @Test
  void whatStandsBeforeAMistakeIsRead() throws IOException {
    in((RUN + "\n{\"schema\": \"lastwords").getBytes(StandardCharsets.UTF_8));
    assertThat(files.results()).hasSize(1);
    assertThat(files.problems()).singleElement().asString().startsWith("standard input:2:");
  }

  @Test
  void membersAreReadByTheirFormerNames() throws IOException {
    String explored = Files.readString(Path.of("src/test/resources/report/explore.json"));
    ResultFiles read = new ResultFiles(List.of("explore"));
    String former = explored.replace("\"earlyTimeouts\": false", "\"impatient\": true");
    read.add("-", new ByteArrayInputStream(former.getBytes(StandardCharsets.UTF_8)));
    assertThat(read.problems()).isEmpty();
    assertThat(read.results().get(0).json().path("earlyTimeouts").asBoolean()).isTrue();
  }

  @Test
  void bytesThatAreNoTextAreTold() throws IOException {
    in(new byte[] {'{', '"', (byte) 0xff, (byte) 0xfe, '"'});
    assertThat(files.problems()).singleElement().asString().startsWith("standard input");
  }

  @Test
  void aFileThatIsNamedTwiceCountsOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), RUN);
    Files.writeString(folder.resolve("other.json"), "[1, 2]");
    Files.writeString(folder.resolve("a.witness"), "");
    files.add(folder.toString(), InputStream.nullInputStream());
    files.add(file.toString(), InputStream.nullInputStream());
    assertThat(files.results()).hasSize(1);
    assertThat(files.witnesses()).hasSize(1);
    assertThat(files.problems()).isEmpty();
  }
}
