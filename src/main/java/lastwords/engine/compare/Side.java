package lastwords.engine.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What can come of a case on one side.
 *
 * @param complete whether there can be no other outcome
 * @param runs of a sample, when all outcomes are from that; 0 when they were found by exploring
 * @param how the outcomes were found, in a few words: {@code 656 states, space exhausted}
 */
public record Side(List<Seen> seen, boolean complete, int runs, String how) {
  public Side {
    seen = List.copyOf(seen);
  }

  /** The outcome with that summary. */
  Optional<Seen> find(String summary) {
    return seen.stream().filter(it -> it.outcome().summary().equals(summary)).findFirst();
  }

  /** Is it a sample, in which an outcome has a frequency? */
  boolean sampled() {
    return runs > 0;
  }

  /** In how many runs of a sample such an outcome was seen. */
  int count(Predicate<Seen> which) {
    return seen.stream().filter(which).mapToInt(Seen::count).sum();
  }

  /** What is known to come of it: without runs that were ended by a limit. */
  List<Seen> decided() {
    return seen.stream().filter(it -> it.outcome().end().known()).toList();
  }

  /** Whether an outcome that is not here cannot be: {@code never}, or {@code not seen}. */
  public String absent() {
    return complete ? "never" : sampled() ? "0 of " + runs : "not seen";
  }
}
