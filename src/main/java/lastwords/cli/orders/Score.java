package lastwords.cli.orders;

import java.util.List;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;

/**
 * The result of an order with a fault: true means in every interleaving.
 *
 * @param outcomes one line each, the worst first
 * @param entered was the crash kernel entered, and could it do its work?
 * @param complete did its dump have the registers of all CPUs?
 * @param pstore was the record written?
 * @param told was the hypervisor told anything?
 * @param console did all messages reach the console?
 * @param nanos emulated time until the end; {@link #NEVER} if it does not end
 * @param exhausted were all interleavings tried? Otherwise these are seeded runs.
 */
record Score(
    List<String> outcomes,
    boolean entered,
    boolean complete,
    boolean pstore,
    boolean told,
    boolean console,
    long nanos,
    boolean exhausted) {
  static final long NEVER = Long.MAX_VALUE;

  /** What was seen in one run. */
  record Seen(Outcome outcome, boolean told) {
    boolean entered() {
      return outcome.kdump() == KdumpWord.OK || outcome.kdump() == KdumpWord.NO_REGS;
    }

    boolean complete() {
      return outcome.kdump() == KdumpWord.OK;
    }

    boolean pstore() {
      return outcome.pstore() == PstoreWord.WRITTEN;
    }

    boolean console() {
      return outcome.console() == ConsoleWord.ALL;
    }

    boolean ends() {
      return outcome.end() != End.HANG && outcome.end() != End.LIVELOCK;
    }

    /** The number of desired results that are missing. */
    int lacks() {
      return List.of(ends(), entered(), complete(), pstore(), told, console()).stream()
          .mapToInt(it -> it ? 0 : 1)
          .sum();
    }
  }

  static Score of(List<Seen> seen, long nanos, boolean exhausted) {
    List<Seen> worst =
        seen.stream().sorted((a, b) -> Integer.compare(b.lacks(), a.lacks())).toList();
    boolean ends = seen.stream().allMatch(Seen::ends);
    return new Score(
        worst.stream().map(it -> it.outcome().summary()).toList(),
        seen.stream().allMatch(Seen::entered),
        seen.stream().allMatch(Seen::complete),
        seen.stream().allMatch(Seen::pstore),
        seen.stream().allMatch(Seen::told),
        seen.stream().allMatch(Seen::console),
        ends ? nanos : NEVER,
        exhausted);
  }

  /** The number of desired results. */
  int good() {
    return List.of(nanos != NEVER, entered, complete, pstore, told, console).stream()
        .mapToInt(it -> it ? 1 : 0)
        .sum();
  }

  /** Are these the same outcomes, regardless of time and of how they were found? */
  boolean sameAs(Score other) {
    return outcomes.equals(other.outcomes) && told == other.told;
  }
}
