package lastwords.trace.perfetto;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.StepRecord;

/**
 * The track of one CPU. Its slices nest: contexts in contexts, in each the function that runs, and
 * in that what the CPU waits for.
 */
final class CpuTrack {
  private static final int STALLED = 100; // deeper than any context

  /** What an open slice is for. */
  private enum Role {
    CONTEXT,
    FUNCTION,
    WAIT
  }

  private record Open(Role role, int level, String name) {}

  private final Packets packets;
  private final long track;
  private final Deque<Open> open = new ArrayDeque<>();

  CpuTrack(Packets packets, long track) {
    this.packets = packets;
    this.track = track;
  }

  /** The CPU executes in this function: ends the slices that are over, including waits. */
  void runs(StepRecord step, String function) throws IOException {
    int level = level(step);
    closeAbove(step.nanos(), level);
    closeWait(step.nanos(), level);
    Open top = open.peek();
    boolean same = top != null && top.level() == level && top.role() == Role.FUNCTION;
    if (same && top.name().equals(function)) {
      return;
    }
    if (same) {
      close(step.nanos());
    }
    if (!function.isEmpty()) {
      open(step.nanos(), new Open(Role.FUNCTION, level, function), "function", "", List.of());
    }
  }

  /** It takes an interrupt, whose slice is on top of all others. */
  void enters(StepRecord step, int handlerLevel, String handler, List<Long> flows)
      throws IOException {
    closeAbove(step.nanos(), level(step));
    String category = handlerLevel == CpuContext.NMI ? "nmi" : "irq";
    Open slice = new Open(Role.CONTEXT, handlerLevel, handler);
    open(step.nanos(), slice, category, "", flows);
  }

  /** It waits from now on, until its next step. */
  void waits(StepRecord step, String what, String place) throws IOException {
    int level = level(step);
    closeAbove(step.nanos(), level);
    Open top = open.peek();
    boolean same = top != null && top.role() == Role.WAIT && top.name().equals(what);
    if (!same) {
      closeWait(step.nanos(), level);
      open(step.nanos(), new Open(Role.WAIT, level, what), "wait", place, List.of());
    }
  }

  /** A fault stalls it. */
  void stalls(StepRecord step) throws IOException {
    open(step.nanos(), new Open(Role.WAIT, STALLED, "stalled"), "fault", "", List.of());
  }

  void resumes(StepRecord step) throws IOException {
    closeAbove(step.nanos(), STALLED - 1);
  }

  void instant(long nanos, String category, String name, String place, List<Long> flows)
      throws IOException {
    ProtoBytes event = Packets.named(event(Packets.Type.INSTANT), category, name);
    Packets.annotate(event, "place", place);
    Packets.flows(event, flows);
    packets.write(nanos, event);
  }

  /** Something that ends at an instant, and not in a slice: an interrupt that is lost. */
  void ending(long nanos, String name, List<Long> flows) throws IOException {
    ProtoBytes event = Packets.named(event(Packets.Type.INSTANT), "irq", name);
    Packets.endingFlows(event, flows);
    packets.write(nanos, event);
  }

  private ProtoBytes event(Packets.Type type) {
    return Packets.event(type, track);
  }

  private static int level(StepRecord step) {
    return step.context() & CpuContext.LEVEL;
  }

  private void open(long nanos, Open slice, String category, String place, List<Long> flows)
      throws IOException {
    ProtoBytes event = Packets.named(event(Packets.Type.BEGIN), category, slice.name());
    Packets.annotate(event, "place", place);
    Packets.endingFlows(event, flows);
    packets.write(nanos, event);
    open.push(slice);
  }

  private void close(long nanos) throws IOException {
    open.pop();
    packets.write(nanos, event(Packets.Type.END));
  }

  private void closeAbove(long nanos, int level) throws IOException {
    while (!open.isEmpty() && open.peek().level() > level) {
      close(nanos);
    }
  }

  private void closeWait(long nanos, int level) throws IOException {
    Open top = open.peek();
    if (top != null && top.role() == Role.WAIT && top.level() == level) {
      close(nanos);
    }
  }
}
