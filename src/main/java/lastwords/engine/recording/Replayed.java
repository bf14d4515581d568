package lastwords.engine.recording;

import java.util.List;
import java.util.Optional;
import lastwords.engine.RunResult;
import lastwords.machine.Machine;

/**
 * The result of a replay.
 *
 * @param header of the recording
 * @param machine in its final state, or at the first difference
 * @param result that machine's result
 * @param recorded the run's result; empty if it is not recorded
 * @param events number of replayed events
 * @param divergence the first difference; empty if there is none
 * @param missing what the recording lacks, in lines; empty if it is complete
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

  /** Is the recording complete? */
  public boolean complete() {
    return missing.isEmpty();
  }

  /** Did it go as recorded, to the same outcome? */
  public boolean same() {
    return divergence.isEmpty()
        && recorded.map(it -> it.outcome().equals(result.outcome())).orElse(false);
  }
}
