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

  /** Takes what there is by now, if it is not too much at once; false when it was nothing. */
  public boolean read() throws IOException {
    long before = count();
    TracePump.Rest rest = TracePump.Rest.MORE;
    for (int i = 0; i < PIECES_A_READING && rest == TracePump.Rest.MORE; i++) {
      rest = pump.piece();
    }
    over = rest == TracePump.Rest.END;
    return count() > before;
  }

  /** Is nothing more to come? */
  public boolean over() {
    return over;
  }

  /** How many there were. */
  public long count() {
    return buffer.lost() + buffer.size();
  }

  /** What they tell of a run that has come to this emulated time, or to its end. */
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

  /** What numbers in steps mean; empty before anything has come. */
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
