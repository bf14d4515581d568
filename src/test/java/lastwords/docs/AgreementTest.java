package lastwords.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.json.Json;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.CpuRanges;
import lastwords.outcome.End;
import lastwords.outcome.NotifierRun;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;

/**
 * What real kernels did, next to what the scenarios of the same names do: agreement.md. {@code
 * -Dtest=AgreementTest -Dagreement.rewrite=true} rewrites it.
 */
class AgreementTest {
  private static final Path ROWS = Path.of("src/test/resources/oracle/debian-5.10.json");
  private static final Path TABLE = Path.of("src/docs/agreement.md");
  private static final Path REASONS = Path.of("src/docs/disagreements.md");
  private static final String OURS = "5.10.223";

  /** The lines that are compared, without what differs from machine to machine. */
  private static final Pattern LINE =
      Pattern.compile(
          "Kernel panic - not syncing:|Shutting down cpus with NMI"
              + "|SMP: (?:stopping|failed to stop) secondary CPUs(?: [0-9,-]+)?"
              + "|lw: (?:notifier|kmsg_dumper) .*|Kernel Offset:|CPU features:|Memory Limit:"
              + "|Rebooting in \\d+ seconds\\.\\.|ACPI MEMORY or I/O RESET_REG\\."
              + "|Starting crashdump kernel\\.\\.\\.|Bye!|Uhhuh\\. NMI received for unknown reason"
              + "|WARNING: CPU");

  /** A run of a real kernel. */
  private record Row(
      String kernel,
      String row,
      String what,
      String arch,
      boolean rt,
      String end,
      @JsonProperty("in") String waitsIn,
      int notifiers,
      List<String> dumps,
      List<Integer> notStopped,
      List<String> lines) {
    Seen real() {
      String in = waitsIn == null ? "" : waitsIn;
      return new Seen(end, in, notifiers, dumps, notStopped, lines);
    }

    String scenario() {
      return "oracle/" + row.replace("nmi_logbuf_flip", "logbuf_flip").replace('_', '-');
    }
  }

  /** What is visible of a run, emulated or real. */
  private record Seen(
      String end,
      String in,
      int notifiers,
      List<String> dumps,
      List<Integer> notStopped,
      List<String> lines) {
    String text() {
      String where = in.isEmpty() ? "" : " in " + in + "()";
      String running = CpuRanges.of(notStopped, ", ", 3);
      return end
          + where
          + "; notifiers "
          + notifiers
          + "; dumps "
          + (dumps.isEmpty() ? "none" : String.join(", ", dumps))
          + "; "
          + (running.isEmpty() ? "all stopped" : "not stopped " + running)
          + "; lines "
          + lines.size();
    }

    boolean agrees(Seen real) {
      boolean sameIn = real.in.isEmpty() || real.in.equals(in);
      return sameIn && new Seen(end, real.in, notifiers, dumps, notStopped, lines).equals(real);
    }

    /** Where the lines diverge. */
    String parts(Seen real) {
      for (int i = 0; i < Math.max(lines.size(), real.lines.size()); i++) {
        String here = i < lines.size() ? "`" + lines.get(i) + "`" : "nothing";
        String there = i < real.lines.size() ? "`" + real.lines.get(i) + "`" : "nothing";
        if (!here.equals(there)) {
          return "<br>line " + (i + 1) + ": really " + there + ", here " + here;
        }
      }
      return "";
    }
  }

  private static List<Row> rows() throws IOException {
    return Json.mapper().readValue(ROWS.toFile(), new TypeReference<>() {});
  }

  private static Case made(Row row) {
    return Catalog.standard().scenario(row.scenario()).cases().stream()
        .filter(it -> it.kernel().name().equals(OURS + (row.rt() ? "-rt" : "")))
        .filter(it -> it.arch().equals(row.arch()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no variant for " + row));
  }

  private static Seen seen(Case made) {
    RunResult run = Simulator.run(made.setup(), 1, StepSink.NONE);
    long notifiers =
        run.notifiers().stream()
            .filter(it -> it.name().startsWith("lw_notify"))
            .filter(NotifierRun::over)
            .count();
    List<String> lines = new ArrayList<>();
    run.consoles().values().stream().flatMap(List::stream).forEach(line -> add(line, lines));
    String end = run.outcome().end().word();
    String in = run.outcome().end() == End.HANG ? run.outcome().in() : "";
    List<Integer> running = List.copyOf(run.outcome().notStopped().keySet());
    return new Seen(end, in, (int) notifiers, run.dumps(), running, lines);
  }

  private static void add(String line, List<String> lines) {
    Matcher known = LINE.matcher(line);
    if (known.find()) {
      lines.add(known.group());
    }
  }

  @Test
  void theTableIsWhatTheRunsShow() throws IOException {
    StringBuilder table = new StringBuilder(HEAD);
    List<String> unexplained = new ArrayList<>();
    int agree = 0;
    String reasons = Files.readString(REASONS);
    for (Row row : rows()) {
      Case made = made(row);
      Seen ours = seen(made);
      boolean agrees = ours.agrees(row.real());
      agree += agrees ? 1 : 0;
      String name = row.row() + ", " + row.kernel();
      if (!agrees && !reasons.contains(name)) {
        unexplained.add(name);
      }
      String variant = made.variant().equals("default") ? "" : ":" + made.variant();
      String what = agrees ? "yes" : "[no](disagreements.md)" + ours.parts(row.real());
      table.append(
          "| %s | %s | `%s%s` | %s | %s | %s |\n"
              .formatted(
                  row.row(),
                  row.kernel().replace("5.10.0-32-", ""),
                  row.scenario(),
                  variant,
                  row.real().text(),
                  agrees ? "the same" : ours.text(),
                  what));
    }
    table.append("\n").append(agree).append(" of ").append(rows().size()).append(" agree.\n");
    if (Boolean.getBoolean("agreement.rewrite")) {
      Files.writeString(TABLE, table);
    }
    assertThat(Files.readString(TABLE)).isEqualTo(table.toString());
    assertThat(unexplained).as("rows without a reason in " + REASONS).isEmpty();
  }

  private static final String HEAD =
      """
      # Agreement with real kernels

      A small module put Debian's 5.10.223 (packages 5.10.0-32, with and without PREEMPT_RT, x86_64 and arm64, 4 CPUs, under QEMU without KVM)
      into these situations; CPU 1 panics and CPU 2 is in its way, except where the row says otherwise. The scenarios of the same
      names, in `config/scenarios/oracle`, put the emulated 5.10.223 into the same situations, with the same four notifiers and the same
      dumper (`lw_scen.c`). The comparison covers how the run ended, and in which function a hang waits if the real run shows that; how many of
      the four notifiers returned; why the dumper was called; which CPUs were not stopped; and selected console lines (banner,
      stop, notifiers, dumper, reboot, crash kernel) with their order. The real runs do not show which registers a crash dump contains,
      and their times are those of an emulator on a loaded host, so neither is compared.

      `AgreementTest` writes this table. Rows that disagree are explained in [disagreements](disagreements.md).

      | situation | Debian's kernel | scenario | real | here | agrees |
      |---|---|---|---|---|---|
      """;
}
