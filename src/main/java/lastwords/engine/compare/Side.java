package lastwords.engine.compare;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The possible outcomes of a case on one side.
 *
 * @param complete whether there can be no other outcome
 * @param runs number of runs of the sample; 0 if the outcomes were found by exploring
 * @param how the outcomes were found, in a few words: {@code 656 states, space exhausted}
 */
public record Side(List<Seen> seen, boolean complete, int runs, String how) {
  public Side {
    seen = List.copyOf(seen);
  }

  /** The outcome with this summary. */
  Optional<Seen> find(String summary) {
    return seen.stream().filter(it -> it.outcome().summary().equals(summary)).findFirst();
  }

  /** Is it a sample, in which an outcome has a frequency? */
  boolean sampled() {
    return runs > 0;
  }

  /** Number of runs of a sample in which such an outcome was seen. */
  int count(Predicate<Seen> which) {
    return seen.stream().filter(which).mapToInt(Seen::count).sum();
  }

  /** The known outcomes: without runs that were ended by a limit. */
  List<Seen> decided() {
    return seen.stream().filter(it -> it.outcome().end().known()).toList();
  }

  /** What is known about an outcome that is missing here: {@code never}, or {@code not seen}. */
  public String absent() {
    return complete ? "never" : sampled() ? "0 of " + runs : "not seen";
  }
}
