package lastwords.engine.compare;

import java.util.List;
import java.util.Optional;

/**
 * What can come of a case on one side.
 *
 * @param complete whether there can be no other outcome
 * @param how the outcomes were found, in a few words: {@code 656 states, space exhausted}
 */
public record Side(List<Seen> seen, boolean complete, String how) {
  public Side {
    seen = List.copyOf(seen);
  }

  /** The outcome with that summary. */
  Optional<Seen> find(String summary) {
    return seen.stream().filter(it -> it.outcome().summary().equals(summary)).findFirst();
  }

  /** Whether an outcome that is not here cannot be: {@code never}, or {@code not seen}. */
  public String absent() {
    return complete ? "never" : "not seen";
  }
}
