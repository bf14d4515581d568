package lastwords.web.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.recording.EventTrace;
import lastwords.trace.PartEvent;
import lastwords.trace.StepNames;

/** Forwards a machine's events as steps, piece by piece. */
public final class TracePump {
  private static final int EVENTS_A_PIECE = 2000;

  /** What a piece shows about those after it. */
  public enum Rest {
    MORE,
    NONE_YET,
    END
  }

  /** Creates the receiver of the steps, once their names are known. */
  public interface Making {
    StepsSink sink(StepNames names);
  }

  private final ClusterNode node;
  private final String id;
  private final Making making;
  private EventTrace trace;
  private StepsSink sink;
  private long cursor;

  public TracePump(ClusterNode node, String id, Making making) {
    this.node = node;
    this.id = id;
    this.making = making;
  }

  /** Forwards the next piece. */
  public Rest piece() throws IOException {
    TraceChunk chunk = next();
    hand(chunk);
    cursor = chunk.next();
    return chunk.end() ? Rest.END : chunk.events().isEmpty() ? Rest.NONE_YET : Rest.MORE;
  }

  /** A machine that is removed while it is watched has ended, too. */
  private TraceChunk next() {
    try {
      return node.trace(id, cursor, EVENTS_A_PIECE);
    } catch (NodeException e) {
      if (e.kind() == NodeException.Kind.NOT_FOUND && trace != null) {
        return new TraceChunk(Optional.empty(), List.of(), cursor, true);
      }
      throw e;
    }
  }

  private void hand(TraceChunk chunk) throws IOException {
    if (trace == null && chunk.header().isPresent()) {
      trace = new EventTrace(chunk.header().get());
      sink = making.sink(new StepNames(trace.machine()));
    }
    if (trace == null || chunk.events().isEmpty()) {
      return;
    }
    try {
      for (PartEvent event : chunk.events()) {
        trace.accept(event, sink);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    sink.flush();
  }

  /** Tells the receiver that nothing arrives. */
  void quiet(boolean forLong) throws IOException {
    if (forLong && sink != null) {
      sink.quiet();
      sink.flush();
    }
  }

  /** The receiver of the steps; null before the first piece. */
  StepsSink sink() {
    return sink;
  }
}
