package lastwords.engine.compare;

import java.util.List;
import java.util.Locale;
import lastwords.verdict.End;
import lastwords.verdict.Outcome;

/**
 * One of the things in which outcomes can be better or worse, each by itself. A complete crash dump
 * has all messages: they count as shown and as stored.
 */
enum Aspect {
  /** Does the machine come to an end of its own? */
  END {
    @Override
    int rank(Outcome outcome) {
      return outcome.end() == End.HANG || outcome.end() == End.LIVELOCK ? 0 : 1;
    }
  },
  /** What a console shows. */
  CONSOLE {
    @Override
    int rank(Outcome outcome) {
      String shown = dumped(outcome) ? "all" : outcome.console();
      return List.of("garbled", "partial", "lost-tail", "all").indexOf(shown);
    }
  },
  /** What is in the pstore. */
  PSTORE {
    @Override
    int rank(Outcome outcome) {
      String kept = dumped(outcome) ? "written" : outcome.pstore();
      return List.of("truncated", "written").indexOf(kept);
    }
  },
  /** What the crash kernel gets. */
  KDUMP {
    @Override
    int rank(Outcome outcome) {
      return List.of("no-regs", "ok").indexOf(outcome.kdump());
    }
  };

  /** The more, the better. */
  abstract int rank(Outcome outcome);

  private static boolean dumped(Outcome outcome) {
    return outcome.kdump().equals("ok");
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  int worst(Side side) {
    return side.seen().stream().mapToInt(it -> rank(it.outcome())).min().orElseThrow();
  }

  int best(Side side) {
    return side.seen().stream().mapToInt(it -> rank(it.outcome())).max().orElseThrow();
  }
}
