package lastwords.engine.sample;

import java.util.List;
import lastwords.outcome.FaultCount;
import lastwords.outcome.Outcome;

/**
 * A run of a sample.
 *
 * @param seed of the run
 * @param length its emulated time in ns, if there is a clock; otherwise the length of its schedule
 * @param faults how often each fired
 */
public record Sampled(long seed, Outcome outcome, long length, List<FaultCount> faults) {
  public Sampled {
    faults = List.copyOf(faults);
  }
}
