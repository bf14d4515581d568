package lastwords.cli.report.block;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.OutcomeWords;
import lastwords.outcome.PstoreWord;

/** How bad an outcome is for somebody who wants to know why a machine died; the worst last. */
public enum Severity implements HeatLevel {
  UNKNOWN("?", "undecided"),
  COMPLETE("c", "the machine ends, and at least one sink has every message"),
  LOSSY("l", "the machine ends, but no sink has every message"),
  HANG("H", "the machine hangs, but some messages got out"),
  SILENT("S", "no message got out");

  private static final Set<End> NO_ENDS = EnumSet.of(End.HANG, End.LIVELOCK, End.DEAD);
  private static final Set<ConsoleWord> SOME =
      EnumSet.of(ConsoleWord.PARTIAL, ConsoleWord.LOST_TAIL, ConsoleWord.GARBLED);

  private final String letter;
  private final String meaning;

  Severity(String letter, String meaning) {
    this.letter = letter;
    this.meaning = meaning;
  }

  /** From an outcome's words; unknown if there are none. */
  public static Severity of(Optional<OutcomeWords> words) {
    return words.map(Severity::of).orElse(UNKNOWN);
  }

  private static Severity of(OutcomeWords it) {
    if (!it.end().known()) {
      return UNKNOWN;
    }
    boolean all =
        it.console() == ConsoleWord.ALL
            || it.pstore() == PstoreWord.WRITTEN
            || it.kdump() == KdumpWord.OK;
    boolean some =
        all
            || SOME.contains(it.console())
            || it.pstore() == PstoreWord.TRUNCATED
            || it.kdump() == KdumpWord.NO_REGS;
    return !some ? SILENT : NO_ENDS.contains(it.end()) ? HANG : all ? COMPLETE : LOSSY;
  }

  public static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  @Override
  public String letter() {
    return letter;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Tone tone() {
    return switch (this) {
      case UNKNOWN -> Tone.UNSURE;
      case COMPLETE -> Tone.GOOD;
      case LOSSY -> Tone.PLAIN;
      case HANG, SILENT -> Tone.BAD;
    };
  }
}
