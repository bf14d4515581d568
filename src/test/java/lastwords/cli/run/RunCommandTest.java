package lastwords.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import lastwords.trace.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
  private static final String CASE = "logbuf-scenario-2";

  @TempDir private Path folder;

  private static JsonNode json(String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of("run", CASE, "--json"));
    line.addAll(List.of(more));
    Cli done = Cli.run(line);
    assertThat(done.err()).isEmpty();
    return new ObjectMapper().readTree(done.out());
  }

  private static List<String> fields(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void aHangIsExplainedAndCanBeRunAgain() {
    Cli done = Cli.run("run", CASE);
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.err())
        .isEqualTo(
            "this is one run of many; for every interleaving: lastwords explore " + CASE + "\n");
    assertThat(done.out())
        .contains("--- ttyAMA0 ---")
        .contains("hang at cpu0:logbuf_lock in kmsg_dump")
        .contains("as expected")
        .contains("ttyAMA0  nothing (none)")
        .contains("pstore   nothing (unreached)")
        .endsWith("again: lastwords run " + CASE + " --seed 1\n");
  }

  @Test
  void jsonIsOneObjectWithEverything() throws IOException {
    JsonNode run = json("--seed", "7");
    assertThat(fields(run))
        .containsExactly(
            "schema",
            "scenario",
            "variant",
            "kernel",
            "machine",
            "seed",
            "steps",
            "virtualNanos",
            "outcome",
            "consoles",
            "pstoreRecords",
            "vmcoreDmesg",
            "dumps",
            "explanation",
            "notifiers",
            "faults");
    assertThat(fields(run.get("outcome")))
        .containsExactly("end", "at", "in", "console", "pstore", "kdump", "notStopped", "unmet");
    assertThat(run.get("scenario").asText()).isEqualTo(CASE);
    assertThat(run.get("variant").asText()).isEqualTo("default");
    assertThat(run.get("kernel").asText()).isEqualTo("5.2");
    assertThat(run.get("machine").asText()).isEqualTo("arm64");
    assertThat(run.get("seed").asLong()).isEqualTo(7);
    assertThat(run.get("outcome").get("end").asText()).isEqualTo("hang");
    assertThat(run.get("outcome").get("at").asText()).isEqualTo("cpu0:logbuf_lock");
    assertThat(fields(run.get("outcome").get("notStopped"))).containsExactly("1");
    assertThat(run.get("consoles").get("ttyAMA0").isArray()).isTrue();
    assertThat(run.get("explanation")).isNotEmpty();
  }

  @Test
  void anotherMachineMakesAnotherOutcome() throws IOException {
    JsonNode run = json("--machine", "x86_64");
    assertThat(run.get("machine").asText()).isEqualTo("x86_64");
    assertThat(run.get("outcome").get("pstore").asText()).isEqualTo("written");
  }

  @Test
  void theSameSeedGivesTheSameBytes() throws IOException {
    for (TraceFormat format : TraceFormat.values()) {
      assertThat(trace("a", format, 3)).isEqualTo(trace("b", format, 3)).isNotEmpty();
    }
    assertThat(trace("c", TraceFormat.JSONL, 4)).isNotEqualTo(trace("d", TraceFormat.JSONL, 3));
  }

  @Test
  void actorsGiveTheSameBytes() throws IOException {
    assertThat(trace("actors", TraceFormat.JSONL, 3, "--engine", "actors"))
        .isEqualTo(trace("simulate", TraceFormat.JSONL, 3));
  }

  private String trace(String name, TraceFormat format, long seed, String... more)
      throws IOException {
    Path file = folder.resolve(name);
    List<String> line = new ArrayList<>(List.of("run", CASE, "--seed", Long.toString(seed)));
    line.addAll(List.of("--trace", file.toString(), "--trace-format", format.toString()));
    line.addAll(List.of(more));
    Cli done = Cli.run(line);
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    return Files.readString(file);
  }

  @Test
  void twoTracesAreCompared() throws IOException {
    trace("a", TraceFormat.JSONL, 1);
    trace("b", TraceFormat.JSONL, 2);
    String a = folder.resolve("a").toString();
    assertThat(Cli.run("diff", a, a)).isEqualTo(new Cli(0, "the traces are identical\n", ""));
    Cli different = Cli.run("diff", a, folder.resolve("b").toString());
    assertThat(different.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(different.out())
        .contains("the traces diverge at line")
        .contains("  < ")
        .contains("  > ");
  }

  @Test
  void pstoreRecordsAreFilesAsAfterTheNextBoot() throws IOException {
    Path records = folder.resolve("sys/fs/pstore");
    Cli.run("run", CASE, "--machine", "x86_64", "--pstore-dir", records.toString());
    try (Stream<Path> files = Files.list(records)) {
      assertThat(files).containsExactly(records.resolve("dmesg-ramoops-0"));
    }
    assertThat(Files.readString(records.resolve("dmesg-ramoops-0")))
        .startsWith("Panic#1 Part1\n")
        .contains("Kernel panic - not syncing");
  }

  @Test
  void anOutcomeThatIsNotExpectedIsAnotherExitCode() throws IOException {
    Path mine = folder.resolve("mine.conf");
    Files.writeString(
        mine,
        """
        title = "wrong on purpose", kernel = "5.2", machine = x86_64
        cpu.0.run = panic_in_task
        expect = [ { end = hang, observe = always, because = "I say so" } ]
        """);
    Cli done = Cli.run("run", mine.toString());
    assertThat(done.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out()).contains("NOT as expected").contains("because I say so");
    Cli tested = Cli.run("test", mine.toString(), "--seeds", "3");
    assertThat(tested.code()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(tested.out())
        .contains("0 of 3")
        .contains("again: lastwords run " + mine)
        .endsWith("1 case, 3 runs: 0 as expected, 1 not\n");
  }
}
