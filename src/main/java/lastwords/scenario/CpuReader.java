package lastwords.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.scenario.fault.FaultSpec;
import lastwords.scenario.hocon.Section;

/**
 * Reads the blocks of {@code cpu}: what each CPU does, and which CPUs have no host. A block is for
 * one CPU ({@code cpu.1}), several ({@code cpu.4-7}), or all others ({@code cpu.others}).
 */
final class CpuReader {
  private static final Pattern CPUS = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");
  private static final String OTHERS = "others";

  private final int cpus;
  private final SortedSet<Integer> others = new TreeSet<>();
  private final List<Run> runs = new ArrayList<>();
  private final List<FaultSpec> absent = new ArrayList<>();

  CpuReader(int cpus) {
    this.cpus = cpus;
    for (int cpu = 0; cpu < cpus; cpu++) {
      others.add(cpu);
    }
  }

  void read(Section all) {
    for (String key : all.entries().keySet()) {
      if (!key.equals(OTHERS)) {
        all.section(key, "cpu." + key).ifPresent(it -> cpus(all, key).forEach(cpu -> cpu(cpu, it)));
      }
    }
    if (all.has(OTHERS) && others.isEmpty()) {
      all.problem(OTHERS, "cpu.others: every CPU of this machine has a block of its own");
    }
    all.section(OTHERS, "cpu.others")
        .ifPresent(it -> List.copyOf(others).forEach(cpu -> block(cpu, it)));
  }

  private List<Integer> cpus(Section all, String key) {
    Matcher range = CPUS.matcher(key);
    boolean known = range.matches();
    int first = known ? Integer.parseInt(range.group(1)) : -1;
    int last = known && range.group(2) != null ? Integer.parseInt(range.group(2)) : first;
    if (!known || first > last || last >= cpus) {
      all.problem(key, "cpu." + key + ": this machine has CPUs 0 to " + (cpus - 1));
      return List.of();
    }
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private void cpu(int cpu, Section section) {
    if (!others.remove(cpu)) {
      section.problem("run", "cpu." + cpu + " has two blocks");
    }
    block(cpu, section);
  }

  private void block(int cpu, Section section) {
    section.text("run").ifPresent(text -> runs.add(Run.of(cpu, text, section.at("run"))));
    if (section.word("place", List.of("any", "none")).orElse("any").equals("none")) {
      absent.add(absent(cpu, section.at("place")));
    }
    section.end();
  }

  /** A CPU without a host executes nothing and answers nothing. */
  private static FaultSpec absent(int cpu, String where) {
    return new FaultSpec(StallCpu.forGood(0, cpu, 0), Optional.empty(), where);
  }

  List<Run> runs() {
    return runs;
  }

  /** The CPUs without a block of their own. */
  SortedSet<Integer> others() {
    return others;
  }

  /** Faults that represent the CPUs without a host. */
  List<FaultSpec> absent() {
    return absent;
  }
}
