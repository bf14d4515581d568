package lastwords.scenario.expect;

import java.util.List;
import java.util.Optional;
import lastwords.machine.bus.MachineConfig;
import lastwords.scenario.hocon.Section;
import lastwords.verdict.ConsoleWord;
import lastwords.verdict.End;
import lastwords.verdict.KdumpWord;
import lastwords.verdict.OutcomeWord;
import lastwords.verdict.PstoreWord;

/** Whether any outcome can be as an expectation says: one that nothing can fulfil is a mistake. */
final class Fulfilment {
  private final Section section;
  private final Expectation line;

  Fulfilment(Section section, Expectation line) {
    this.section = section;
    this.line = line;
  }

  /**
   * Notes what cannot be.
   *
   * @param machine that it is expected of
   */
  void check(Optional<MachineConfig> machine) {
    boolean waits = mayEnd(End.HANG) || mayEnd(End.LIVELOCK);
    without("at", line.at(), waits, "only a hang or a livelock is at a place");
    without("in", line.in(), waits, "only a hang or a livelock is in a function");
    dumps();
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
          key + ": " + why + ", and end = " + String.join(", ", OutcomeWord.words(line.end())));
    }
  }

  private void dumps() {
    boolean onlyTaken =
        !line.kdump().isEmpty() && line.kdump().stream().allMatch(KdumpWord::entered);
    boolean noneTaken =
        !line.kdump().isEmpty() && line.kdump().stream().noneMatch(KdumpWord::entered);
    boolean onlyKdump = line.end().equals(List.of(End.KDUMP));
    if (onlyTaken && !mayEnd(End.KDUMP) || noneTaken && onlyKdump) {
      section.problem("kdump", "kdump: it is ok or no-regs when end = kdump, and only then");
    }
  }

  private void fits(MachineConfig machine) {
    boolean wantsRecord =
        !line.pstore().isEmpty() && !line.pstore().contains(PstoreWord.NOT_APPLICABLE);
    if (wantsRecord && machine.pram().zones() == 0) {
      section.problem("pstore", "pstore: this machine has none, so it is n/a");
    }
    if (line.pstore().equals(List.of(PstoreWord.NOT_APPLICABLE))
        && machine.pram().zones() > 0
        && panics()) {
      section.problem("pstore", "pstore: this machine has one, so it is n/a only without a panic");
    }
    if (line.end().equals(List.of(End.GONE)) && !machine.hypervisor()) {
      section.problem("end", "end: this machine has no hypervisor that could end it");
    }
  }

  /** Does the line speak of a panic's words? */
  private boolean panics() {
    return !line.console().isEmpty() && !line.console().contains(ConsoleWord.NOT_APPLICABLE);
  }
}
