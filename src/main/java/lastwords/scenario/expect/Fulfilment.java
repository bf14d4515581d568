package lastwords.scenario.expect;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import lastwords.machine.bus.MachineConfig;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.OutcomeWord;
import lastwords.outcome.PstoreWord;
import lastwords.outcome.evidence.NoRegisters;
import lastwords.outcome.evidence.Requirement;
import lastwords.outcome.evidence.Sink;
import lastwords.scenario.hocon.Section;

/** Whether an expectation can be met at all: one that cannot is a mistake. */
final class Fulfilment {
  private final Section section;
  private final Expectation line;

  Fulfilment(Section section, Expectation line) {
    this.section = section;
    this.line = line;
  }

  /**
   * Reports contradictions.
   *
   * @param machine of the scenario, if it is known
   */
  void check(Optional<MachineConfig> machine) {
    boolean waits = mayEnd(End.HANG) || mayEnd(End.LIVELOCK);
    without("at", line.at(), waits, "only a hang or a livelock has an at");
    without("in", line.in(), waits, "only a hang or a livelock has an in");
    dumps();
    registers();
    if (line.observe() != Observe.NEVER) {
      machine.ifPresent(this::fits);
    }
  }

  private boolean mayEnd(End end) {
    return line.end().isEmpty() || line.end().contains(end);
  }

  private void without(String key, List<String> words, boolean can, String why) {
    if (!can && !words.isEmpty() && !words.contains("")) {
      section.problem(
          key,
          key + ": " + why + ", but end = " + String.join(", ", OutcomeWord.words(line.end())));
    }
  }

  private void dumps() {
    boolean onlyTaken =
        !line.kdump().isEmpty() && line.kdump().stream().allMatch(KdumpWord::entered);
    boolean noneTaken =
        !line.kdump().isEmpty() && line.kdump().stream().noneMatch(KdumpWord::entered);
    boolean onlyKdump = line.end().equals(List.of(End.KDUMP));
    if (onlyTaken && !mayEnd(End.KDUMP) || noneTaken && onlyKdump) {
      section.problem(
          "kdump", "kdump: it is ok, no-regs, broken or hang when end = kdump, and only then");
    }
    if (shows(Sink.KDUMP) && !mayEnd(End.KDUMP)) {
      section.problem("kdump", "kdump: only a crash kernel saves lines, with end = kdump");
    }
  }

  /** Registers can only be missing from a dump, and only if kdump says so. */
  private void registers() {
    for (Requirement condition : line.conditions()) {
      if (condition instanceof NoRegisters missing) {
        registers(missing);
      }
    }
  }

  private void registers(NoRegisters missing) {
    boolean none = missing.allowed().stream().allMatch(SortedSet::isEmpty);
    boolean all = missing.allowed().stream().noneMatch(SortedSet::isEmpty);
    if (!mayEnd(End.KDUMP)) {
      section.problem(
          "noRegisters", "noRegisters: only a crash dump has registers, with end = kdump");
    }
    if (all && line.kdump().equals(List.of(KdumpWord.OK))
        || none && line.kdump().equals(List.of(KdumpWord.NO_REGS))) {
      section.problem(
          "noRegisters", "noRegisters: CPUs are missing when kdump = no-regs, and only then");
    }
  }

  private void fits(MachineConfig machine) {
    if (tells() && !machine.hypervisor()) {
      section.problem("hypervisor", "hypervisor: this machine has none that could be told");
    }
    if (shows(Sink.CONSOLE) && machine.uarts().isEmpty()) {
      section.problem("console", "console: this machine has none, so no line can be on it");
    }
    if (shows(Sink.PSTORE) && machine.pram().zones() == 0) {
      section.problem("pstore", "pstore: this machine has none, so no line can be in it");
    }
    boolean wantsRecord =
        !line.pstore().isEmpty() && !line.pstore().contains(PstoreWord.NOT_APPLICABLE);
    if (wantsRecord && machine.pram().zones() == 0) {
      section.problem("pstore", "pstore: this machine has no pstore, so it is n/a");
    }
    if (line.pstore().equals(List.of(PstoreWord.NOT_APPLICABLE))
        && machine.pram().zones() > 0
        && panics()) {
      section.problem(
          "pstore", "pstore: this machine has a pstore, so it is n/a only without a panic");
    }
    if (line.end().equals(List.of(End.GONE)) && !machine.hypervisor()) {
      section.problem("end", "end: this machine has no hypervisor that could end it");
    }
  }

  /** Does the expectation require that the hypervisor is told something? */
  private boolean tells() {
    return line.conditions().stream().anyMatch(Requirement::needsHypervisor);
  }

  /** Does it require a line? */
  private boolean shows(Sink sink) {
    return line.conditions().stream().anyMatch(it -> it.wantsLineOf(sink));
  }

  /** Is the line about a panic's words? */
  private boolean panics() {
    return !line.console().isEmpty() && !line.console().contains(ConsoleWord.NOT_APPLICABLE);
  }
}
