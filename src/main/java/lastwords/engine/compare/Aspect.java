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
 * One of the things in which outcomes can be better or worse, each by itself. Where a complete
 * crash dump was taken, all messages are in that: what the console and the pstore have does not
 * matter.
 */
enum Aspect {
  /** Does the machine come to an end of its own? */
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
  /** What is in the pstore. */
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

  /** The more, the better. */
  abstract int rank(Outcome outcome);

  /** Can the outcome be better or worse in this? */
  boolean matters(Outcome outcome) {
    return true;
  }

  private static boolean dumped(Outcome outcome) {
    return outcome.kdump() == KdumpWord.OK;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The worst that a side has; empty when nothing matters. */
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
