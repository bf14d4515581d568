package lastwords.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.machine.bus.FaultRule;
import lastwords.scenario.fault.Fault;
import lastwords.scenario.hocon.Section;

/** Reads the blocks of {@code cpu}: what each CPU does, and which CPUs nobody hosts. */
final class CpuReader {
  private final int cpus;
  private final List<Run> runs = new ArrayList<>();
  private final List<Fault> absent = new ArrayList<>();

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
  private static Fault absent(int cpu, String where) {
    FaultRule rule =
        new FaultRule(0, FaultRule.Kind.STALL_CPU, cpu, -1, -1, "", "", -1, 0, -1, 1, 100, 1, 1, 0);
    return new Fault(rule, Optional.empty(), where);
  }

  List<Run> runs() {
    return runs;
  }

  /** Faults that stand for the CPUs that nobody hosts. */
  List<Fault> absent() {
    return absent;
  }
}
