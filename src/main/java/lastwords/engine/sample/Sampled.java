package lastwords.engine.sample;

import java.util.List;
import lastwords.outcome.FaultCount;
import lastwords.outcome.Outcome;

/**
 * A run of a sample.
 *
 * @param seed that it was made with
 * @param length of emulated time, in ns, where there is a clock; else of its schedule
 * @param faults how often each fired
 */
public record Sampled(long seed, Outcome outcome, long length, List<FaultCount> faults) {
  public Sampled {
    faults = List.copyOf(faults);
  }
}
