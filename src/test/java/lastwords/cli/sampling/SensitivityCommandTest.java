package lastwords.cli.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class SensitivityCommandTest {
  private static final String[] LINE = {
    "sensitivity",
    "logbuf-scenario-3",
    "--variant",
    "take-and-release-in-printk-safe-patched",
    "--set",
    "panic_delay_us=0",
    "--set",
    "turns_per_line=0",
    "--from",
    "0us",
    "--until",
    "90us",
    "--points",
    "10",
    "--runs",
    "20"
  };

  @TempDir private Path folder;

  private static Cli run(String... more) {
    return Cli.run(Stream.concat(Stream.of(LINE), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void theLockIsHeldThirtyOfAHundredMicroseconds() throws IOException {
    JsonNode found = new ObjectMapper().readTree(run("--json").out());
    assertThat(found.get("points")).hasSize(10);
    assertThat(IntStream.range(0, 10).filter(point -> written(found, point) <= 5)).hasSize(3);
  }

  private static int written(JsonNode found, int point) {
    int runs = 0;
    for (int i = 0; i < found.get("outcomes").size(); i++) {
      boolean written = found.get("outcomes").get(i).asText().contains("pstore written");
      runs += written ? found.get("points").get(point).get("counts").get(i).asInt() : 0;
    }
    return runs;
  }

  @Test
  void theTableIsAPlot() {
    Cli done = run();
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .contains("over the moment of the panic", "panic on cpu0")
        .contains("0.060 ms |" + "1".repeat(50) + "| 1 100.0 %");
    assertThat(run().out()).isEqualTo(done.out());
  }

  @Test
  void csvAndPictureHaveTheSame() throws Exception {
    Path csv = folder.resolve("s.csv");
    Path svg = folder.resolve("s.svg");
    run("--csv", csv.toString(), "--svg", svg.toString());
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines.get(0)).isEqualTo("cpu,nanos,outcome,runs,of,share,low,high");
    Document picture =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
    int circles = picture.getElementsByTagName("circle").getLength();
    assertThat(circles).isEqualTo(lines.size() - 1);
  }

  @Test
  void aFaultComesToEachOfTheOthers() {
    Cli done =
        Cli.run(
            "sensitivity",
            "logbuf-scenario-2",
            "--variant",
            "bystander",
            "--over",
            "fault",
            "--until",
            "40us",
            "--points",
            "3",
            "--runs",
            "5");
    assertThat(done.out())
        .contains("fault on cpu1", "fault on cpu2", "not stopped [1, 2]")
        .doesNotContain("fault on cpu0");
  }

  @Test
  void thePanicCanComeToAnotherCpu() {
    Cli done =
        Cli.run("sensitivity", "logbuf-scenario-1", "--cpu", "1", "--points", "1", "--runs", "5");
    assertThat(done.out()).contains("hang at cpu1:logbuf_lock", "panic on cpu1");
  }

  @Test
  void wrongTimesAreUsageErrors() {
    assertThat(refused("--until", "10")).contains("--until: '10' is not a time");
    assertThat(refused("--until", "1us", "--from", "2us")).contains("--until is before --from");
    assertThat(refused("--runs", "0")).contains("--runs must be 1 to");
    assertThat(refused("--cpu", "7")).contains("--cpu must be 0 to 1");
  }

  private static String refused(String... more) {
    Stream<String> line =
        Stream.concat(Stream.of("sensitivity", "logbuf-scenario-1"), Stream.of(more));
    Cli done = Cli.run(line.toArray(String[]::new));
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    return done.err();
  }
}
