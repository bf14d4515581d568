package lastwords.trace.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/** Finds the intervals in which panic notifiers run. */
final class NotifierSpans {
  /**
   * A panic notifier on its CPU.
   *
   * @param to the step with which it has returned; the number of steps if it has not
   */
  record Span(String name, int cpu, int from, int to) {}

  private record Open(String name, int from) {}

  private final StepNames names;
  private final Map<Integer, Deque<Open>> open = new HashMap<>(); // by CPU
  private final List<Span> spans = new ArrayList<>();

  NotifierSpans(StepNames names) {
    this.names = names;
  }

  /**
   * @param at index of the step
   */
  void step(StepRecord step, int at) {
    if (step.operation() != Operation.NOTE || names.builtin(step) != Builtin.NOTIFIER) {
      return;
    }
    String name = names.textOf(step.argument());
    Deque<Open> running = open.computeIfAbsent(step.cpu(), it -> new ArrayDeque<>());
    if (!running.isEmpty() && running.peek().name().equals(name)) {
      spans.add(new Span(name, step.cpu(), running.pop().from(), at)); // it reports both
    } else {
      running.push(new Open(name, at));
    }
  }

  /**
   * @param steps number of steps
   */
  List<Span> all(int steps) {
    open.forEach(
        (cpu, running) ->
            running.forEach(it -> spans.add(new Span(it.name(), cpu, it.from(), steps))));
    return spans;
  }
}
