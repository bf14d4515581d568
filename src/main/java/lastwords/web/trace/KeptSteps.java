package lastwords.web.trace;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.ClusterNode;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.Story;
import lastwords.trace.story.Told;

/** The steps of a machine so far, of which the last {@link TraceView#MOST_STEPS} are kept. */
public final class KeptSteps {
  private static final int PIECES_A_READING = 50;

  private final TraceBuffer buffer = new TraceBuffer(TraceView.MOST_STEPS);
  private final TracePump pump;
  private Optional<StepNames> names = Optional.empty();
  private boolean over;

  public KeptSteps(ClusterNode node, String id) {
    pump =
        new TracePump(
            node,
            id,
            known -> {
              names = Optional.of(known);
              return new Keeping();
            });
  }

  /** Reads the new steps, up to a limit; false if there were none. */
  public boolean read() throws IOException {
    long before = count();
    TracePump.Rest rest = TracePump.Rest.MORE;
    for (int i = 0; i < PIECES_A_READING && rest == TracePump.Rest.MORE; i++) {
      rest = pump.piece();
    }
    over = rest == TracePump.Rest.END;
    return count() > before;
  }

  /** Will no more steps come? */
  public boolean over() {
    return over;
  }

  /** Number of steps so far. */
  public long count() {
    return buffer.lost() + buffer.size();
  }

  /** The story of a run that has reached this emulated time, or its end. */
  public List<Told> story(long nowNanos) throws IOException {
    if (names.isEmpty()) {
      return List.of();
    }
    return over
        ? Story.of(buffer, names.get(), Level.STORY, Filter.ALL)
        : Story.soFar(buffer, names.get(), nowNanos);
  }

  TraceBuffer buffer() {
    return buffer;
  }

  /** The names for numbers in steps; empty before the first step. */
  Optional<StepNames> names() {
    return names;
  }

  private final class Keeping implements StepsSink {
    @Override
    public void step(StepRecord step) {
      buffer.step(step);
    }

    @Override
    public void quiet() {}

    @Override
    public void flush() {}
  }
}
