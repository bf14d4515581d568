package lastwords.cluster.node;

import java.util.List;
import java.util.Optional;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.PartEvent;

/**
 * A piece of a machine's merged trace: nothing that is still to come belongs before its end.
 *
 * @param header what the machine is, with the piece that cursor 0 gives; a piece that has none yet
 *     says 0 again
 * @param events in order of clock and origin
 * @param next the cursor of the piece after this one
 * @param end is there nothing after it, and never will be?
 */
public record TraceChunk(
    Optional<RunHeader> header, List<PartEvent> events, long next, boolean end) {
  public TraceChunk {
    events = List.copyOf(events);
  }
}
