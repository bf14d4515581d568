package lastwords.engine.recording;

import java.util.List;
import java.util.Optional;
import lastwords.engine.RunResult;
import lastwords.machine.Machine;

/**
 * What came of a replay.
 *
 * @param header of the recording
 * @param machine in the state in which the recording ends, or parts from it
 * @param result what comes of that machine
 * @param recorded what had come of the run; empty when the recording does not say
 * @param events how many were replayed
 * @param divergence where the replay went another way; empty when it did not
 * @param missing what the recording lacks, in lines; empty when it is complete
 */
public record Replayed(
    RunHeader header,
    Machine machine,
    RunResult result,
    Optional<RunResult> recorded,
    long events,
    Optional<Divergence> divergence,
    List<String> missing) {
  public Replayed {
    missing = List.copyOf(missing);
  }

  /** Is the whole run in the recording? */
  public boolean complete() {
    return missing.isEmpty();
  }

  /** Did it go as recorded, to the same outcome? */
  public boolean same() {
    return divergence.isEmpty()
        && recorded.map(it -> it.outcome().equals(result.outcome())).orElse(false);
  }
}
