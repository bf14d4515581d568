package lastwords.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.machine.fault.StallCpu;
import lastwords.scenario.fault.FaultSpec;
import lastwords.scenario.hocon.Section;

/** Reads the blocks of {@code cpu}: what each CPU does, and which CPUs nobody hosts. */
final class CpuReader {
  private final int cpus;
  private final List<Run> runs = new ArrayList<>();
  private final List<FaultSpec> absent = new ArrayList<>();

  CpuReader(int cpus) {
    this.cpus = cpus;
  }

  void read(Section all) {
    for (String key : all.entries().keySet()) {
      if (!key.matches("\\d{1,3}") || Integer.parseInt(key) >= cpus) {
        all.problem(key, "cpu." + key + ": this machine has CPUs 0 to " + (cpus - 1));
      } else {
        all.section(key, "cpu." + key).ifPresent(it -> cpu(Integer.parseInt(key), it));
      }
    }
  }

  private void cpu(int cpu, Section section) {
    section.text("run").ifPresent(text -> runs.add(Run.of(cpu, text, section.at("run"))));
    if (section.word("place", List.of("any", "none")).orElse("any").equals("none")) {
      absent.add(absent(cpu, section.at("place")));
    }
    section.end();
  }

  /** A CPU that no node hosts runs nothing and answers nothing. */
  private static FaultSpec absent(int cpu, String where) {
    return new FaultSpec(StallCpu.forGood(0, cpu, 0), Optional.empty(), where);
  }

  List<Run> runs() {
    return runs;
  }

  /** Faults that stand for the CPUs that nobody hosts. */
  List<FaultSpec> absent() {
    return absent;
  }
}
