package lastwords.cli.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.export.Export;
import lastwords.trace.export.ExportFormat;
import lastwords.trace.story.Filter;
import lastwords.trace.tracepoint.KernelSymbols;
import lastwords.trace.tracepoint.Tracepoints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** trace-cmd reads every record that is written. */
final class TraceCmdTest {
  private static final int MOST_STEPS = 20_000; // of a run; more would only be more of the same

  @TempDir private Path folder;

  @BeforeAll
  static void traceCmdIsThere() {
    boolean there =
        Stream.of(System.getenv("PATH").split(":"))
            .anyMatch(it -> Files.isExecutable(Path.of(it, "trace-cmd")));
    assumeTrue(there, "skipped, because there is no trace-cmd: apt-get install trace-cmd");
  }

  private static TraceBuffer run(Setup setup, Machine machine) {
    TraceBuffer steps = new TraceBuffer(MOST_STEPS);
    Simulator.run(setup, 1, steps, new LocalHost(machine));
    return steps;
  }

  private static long events(TraceBuffer steps, StepNames names) throws IOException {
    long[] count = new long[1];
    Tracepoints tracepoints = new Tracepoints(names, new KernelSymbols(), event -> count[0]++);
    steps.forEach(tracepoints::step);
    return count[0];
  }

  private Path write(TraceBuffer steps, StepNames names) throws IOException {
    Path file = folder.resolve("trace.dat");
    try (OutputStream out = Files.newOutputStream(file)) {
      new Export(ExportFormat.DAT, Optional.empty(), Filter.ALL, "").write(steps, names, out);
    }
    return file;
  }

  private static List<String> report(Path file, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("trace-cmd", "report", "-t", "-l"));
    command.addAll(List.of(options));
    command.add(file.toString());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      return out.lines().toList();
    }
  }

  private static boolean isRecord(String line) {
    return line.matches("\\s*\\S+-\\d+ +\\d+\\S{5,} +\\d+\\.\\d{9}: \\w+: .*");
  }

  /** One per folder; with {@code -Dtrace-cmd=all} every one, which takes a minute. */
  private static Collection<String> scenarios(Catalog catalog) {
    if (System.getProperty("trace-cmd", "").equals("all")) {
      return catalog.scenarios();
    }
    Map<String, String> first = new TreeMap<>();
    catalog.scenarios().forEach(it -> first.putIfAbsent(it.replaceFirst("/?[^/]*$", ""), it));
    return first.values();
  }

  @Test
  void everyRecordOfShippedScenariosIsRead() throws IOException {
    Catalog catalog = Catalog.standard();
    Map<String, Long> unread = new TreeMap<>();
    for (String name : scenarios(catalog)) {
      Setup setup = catalog.scenario(name).variant(Scenario.DEFAULT, Overrides.NONE).setup();
      Machine machine = Simulator.booted(setup);
      StepNames names = new StepNames(machine);
      TraceBuffer steps = run(setup, machine);
      long read = report(write(steps, names)).stream().filter(TraceCmdTest::isRecord).count();
      long left = events(steps, names) - read;
      if (left != 0) {
        unread.put(name, left);
      }
    }
    assertThat(unread).isEmpty();
  }

  @Test
  void itShowsEventsFlagsAndNamesOfTheKernel() throws IOException {
    Catalog catalog = Catalog.standard();
    Setup setup =
        catalog.scenario("logbuf-scenario-2").variant("x86_64-bystander", Overrides.NONE).setup();
    Machine machine = Simulator.booted(setup);
    Path file = write(run(setup, machine), new StepNames(machine));
    List<String> lines = report(file).stream().map(it -> it.strip().replaceAll(" +", " ")).toList();
    assertThat(lines)
        .anyMatch(
            it -> it.matches("cpu2-3 2d\\.\\.\\.\\. .* contention_begin: 0x\\S+ logbuf_lock.*"))
        .anyMatch(it -> it.matches("cpu0-1 0d.* ipi_send_cpumask: cpumask=.*6 .*callback=do_nmi"))
        .anyMatch(it -> it.matches("cpu0-1 0\\..* ipi_entry: \\(smp_irq_work_interrupt\\)"))
        .anyMatch(it -> it.matches("cpu0-1 0d\\.h.* ipi_exit: \\(smp_irq_work_interrupt\\)"))
        .anyMatch(it -> it.matches("cpu1-2 1d\\.h.* step: halt stop_this_cpu process\\.c:\\d+"))
        .anyMatch(it -> it.contains(" console: Kernel panic - not syncing"));
    assertThat(report(file, "-F", "console: msg =~ \"not syncing\""))
        .filteredOn(TraceCmdTest::isRecord)
        .hasSize(2);
  }
}
