package lastwords.cluster.node;

import java.util.List;
import java.util.Optional;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.PartEvent;

/**
 * A piece of a machine's merged trace: later events belong after its end.
 *
 * @param header what the machine is, in the piece at cursor 0; {@code next} remains 0 until it is
 *     known
 * @param events in order of clock and origin
 * @param next the cursor of the next piece
 * @param end whether it is the last piece for good
 */
public record TraceChunk(
    Optional<RunHeader> header, List<PartEvent> events, long next, boolean end) {
  public TraceChunk {
    events = List.copyOf(events);
  }
}
