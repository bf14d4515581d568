package lastwords.engine.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;

/** What one may want of a machine that panics, in the default order of importance. */
public enum Goal {
  WORDS("console, pstore or crash dump has what the panic says", Goal::words),
  KDUMP("the crash kernel has saved the dump", it -> it.kdump().saved()),
  RESTART("the machine comes up again by itself: a reboot, or after its dump", Goal::restarts),
  PSTORE("a record has the panic's message", it -> it.pstore() == PstoreWord.WRITTEN),
  CONSOLE("the console has every message of the CPU that panics", Goal::shown);

  private final String title;
  private final Predicate<Outcome> reached;

  Goal(String title, Predicate<Outcome> reached) {
    this.title = title;
    this.reached = reached;
  }

  private static boolean words(Outcome outcome) {
    return shown(outcome)
        || outcome.console() == ConsoleWord.LOST_TAIL
        || outcome.pstore() == PstoreWord.WRITTEN
        || outcome.kdump().saved();
  }

  private static boolean shown(Outcome outcome) {
    return outcome.console() == ConsoleWord.ALL;
  }

  private static boolean restarts(Outcome outcome) {
    boolean dumping = outcome.end() == End.KDUMP && outcome.kdump() != KdumpWord.HANG;
    return outcome.end() == End.REBOOT || dumping;
  }

  public boolean reached(Outcome outcome) {
    return outcome.end().known() && reached.test(outcome);
  }

  public String title() {
    return title;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The goal with this name. */
  public static Optional<Goal> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Goal::word).toList();
  }
}
