package lastwords.engine.compare;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;

/**
 * An aspect in which one outcome can be better or worse than another, independently of the others.
 * A complete crash dump contains all messages: then what the console and pstore have does not
 * matter.
 */
enum Aspect {
  /** Does the machine end by itself? */
  END {
    @Override
    int rank(Outcome outcome) {
      return NO_ENDS.contains(outcome.end()) ? 0 : 1;
    }
  },
  /** What a console shows. */
  CONSOLE {
    @Override
    int rank(Outcome outcome) {
      return WORST_CONSOLE_FIRST.indexOf(outcome.console());
    }

    @Override
    boolean matters(Outcome outcome) {
      return !dumped(outcome);
    }
  },
  /** What pstore has. */
  PSTORE {
    @Override
    int rank(Outcome outcome) {
      return List.of(PstoreWord.TRUNCATED, PstoreWord.WRITTEN).indexOf(outcome.pstore());
    }

    @Override
    boolean matters(Outcome outcome) {
      return !dumped(outcome);
    }
  },
  /** What the crash kernel gets. */
  KDUMP {
    @Override
    int rank(Outcome outcome) {
      return List.of(KdumpWord.NO_REGS, KdumpWord.OK).indexOf(outcome.kdump());
    }
  };

  private static final List<ConsoleWord> WORST_CONSOLE_FIRST =
      List.of(ConsoleWord.GARBLED, ConsoleWord.PARTIAL, ConsoleWord.LOST_TAIL, ConsoleWord.ALL);

  private static final List<End> NO_ENDS = List.of(End.HANG, End.LIVELOCK, End.DEAD);

  /** Higher is better. */
  abstract int rank(Outcome outcome);

  /** Is the aspect relevant for this outcome? */
  boolean matters(Outcome outcome) {
    return true;
  }

  private static boolean dumped(Outcome outcome) {
    return outcome.kdump() == KdumpWord.OK;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worst rank on a side; empty if the aspect is irrelevant there. */
  OptionalInt worst(Side side) {
    return ranks(side).min();
  }

  OptionalInt best(Side side) {
    return ranks(side).max();
  }

  private IntStream ranks(Side side) {
    return side.decided().stream()
        .map(Seen::outcome)
        .filter(this::matters)
        .mapToInt(this::rank)
        .sorted();
  }

  /** Is one less than the other, and are both known? */
  static boolean less(OptionalInt one, OptionalInt other) {
    return one.isPresent() && other.isPresent() && one.getAsInt() < other.getAsInt();
  }
}
