package lastwords.trace.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/** Finds the interrupts that CPUs send each other, and how each of them ends. */
final class Arrows {
  private static final int MOST = 5_000; // a page shows no more

  private static final class Way {
    private final int from;
    private final int to;
    private final long vector;
    private final int sent;
    private int arrived = -1;
    private int taken = -1;
    private boolean lost;

    Way(int from, int to, long vector, int sent) {
      this.from = from;
      this.to = to;
      this.vector = vector;
      this.sent = sent;
    }
  }

  private final StepNames names;
  private final List<Way> ways = new ArrayList<>();

  Arrows(StepNames names) {
    this.names = names;
  }

  /**
   * @param at the step's place
   */
  void step(StepRecord step, int at) {
    switch (step.operation()) {
      case SEND_IPI -> send(step, at);
      case DELIVER -> first(step, way -> way.arrived < 0).ifPresent(way -> way.arrived = at);
      case DROP -> first(step, way -> way.arrived < 0).ifPresent(way -> drop(way, at));
      case INTERRUPT ->
          first(step, way -> way.arrived >= 0 && way.taken < 0).ifPresent(way -> way.taken = at);
      default -> {
        // no interrupt
      }
    }
  }

  private void send(StepRecord step, int at) {
    for (int cpu = 0; cpu < Long.SIZE && ways.size() < MOST; cpu++) {
      if (cpu != step.cpu() && (step.argument() >>> cpu & 1) != 0) {
        ways.add(new Way(step.cpu(), cpu, step.target(), at));
      }
    }
  }

  private static void drop(Way way, int at) {
    way.arrived = at;
    way.lost = true;
  }

  private Optional<Way> first(StepRecord step, Predicate<Way> when) {
    return ways.stream()
        .filter(way -> way.to == step.cpu() && way.vector == step.target() && !way.lost)
        .filter(when)
        .findFirst();
  }

  List<Arrow> all() {
    return ways.stream()
        .map(
            way ->
                new Arrow(
                    way.from,
                    way.to,
                    names.vector(way.vector),
                    way.sent,
                    way.arrived,
                    way.taken,
                    way.lost))
        .toList();
  }
}
