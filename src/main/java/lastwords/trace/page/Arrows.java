package lastwords.trace.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.story.InterruptPaths;
import lastwords.trace.story.InterruptPaths.End;
import lastwords.trace.story.InterruptPaths.Fate;

/** The interrupts that CPUs send each other, in the order in which they are sent. */
final class Arrows {
  private static final int MOST = 5_000; // a page shows no more

  private final StepNames names;
  private final long first;
  private final List<End> ends = new ArrayList<>();
  private final InterruptPaths paths = new InterruptPaths(ends::add);

  /**
   * @param first sequence number of the first step in the trace
   */
  Arrows(StepNames names, long first) {
    this.names = names;
    this.first = first;
  }

  void step(StepRecord step) {
    paths.step(step);
  }

  /** All of them, after the last step. */
  List<Arrow> all() {
    paths.end(-1, 0);
    return ends.stream()
        .sorted(Comparator.comparingLong(it -> it.sent().number()))
        .limit(MOST)
        .map(this::arrow)
        .toList();
  }

  private Arrow arrow(End end) {
    InterruptPaths.Sent sent = end.sent();
    boolean lost = end.fate() == Fate.LOST;
    int taken = end.fate() == Fate.TAKEN ? place(end.seq()) : -1;
    int arrived = lost ? place(end.seq()) : sent.arrived() < 0 ? taken : place(sent.arrived());
    return new Arrow(
        sent.from(),
        sent.to(),
        names.vector(sent.vector()),
        place(sent.sent()),
        arrived,
        taken,
        lost);
  }

  private int place(long seq) {
    return (int) (seq - first);
  }
}
