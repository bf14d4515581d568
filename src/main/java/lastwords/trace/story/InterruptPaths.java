package lastwords.trace.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import lastwords.machine.bus.StepRecord;

/** The interrupts that are in flight between CPUs, and how each of them ends. */
public final class InterruptPaths {
  /** What can happen to an interrupt. */
  public enum Fate {
    TAKEN,
    LOST,
    /** The run was over before it was taken. */
    PENDING
  }

  /**
   * An interrupt from one CPU to one other.
   *
   * @param number counts interrupts from 1
   * @param sent the step that sent it
   * @param arrived the step with which it reached its CPU; -1: it has not
   */
  public record Sent(
      long number, int from, int to, long vector, long sent, long sentNanos, long arrived) {
    private Sent arrivedWith(long seq) {
      return new Sent(number, from, to, vector, sent, sentNanos, seq);
    }
  }

  /**
   * How an interrupt's path ended.
   *
   * @param seq the step with which it ended
   */
  public record End(Sent sent, Fate fate, long seq, long nanos) {}

  private final Map<Long, Deque<Sent>> flying = new TreeMap<>(); // by CPU and vector
  private final Consumer<End> ends;
  private long number;

  /**
   * @param ends receives each interrupt when its path ends
   */
  public InterruptPaths(Consumer<End> ends) {
    this.ends = ends;
  }

  /** Takes a step of the run; returns the interrupts that it sends to other CPUs. */
  public List<Sent> step(StepRecord step) {
    switch (step.operation()) {
      case SEND_IPI -> {
        return send(step);
      }
      case DELIVER -> arrive(flying(step), step);
      case DROP -> lose(step);
      case INTERRUPT -> take(step);
      default -> {
        // not an interrupt
      }
    }
    return List.of();
  }

  private List<Sent> send(StepRecord step) {
    List<Sent> all = new ArrayList<>();
    for (long rest = step.argument(); rest != 0; rest &= rest - 1) {
      int to = Long.numberOfTrailingZeros(rest);
      if (to != step.cpu()) {
        Sent sent = new Sent(++number, step.cpu(), to, step.target(), step.seq(), step.nanos(), -1);
        flying
            .computeIfAbsent(Foresight.key(to, step.target()), it -> new ArrayDeque<>())
            .addLast(sent);
        all.add(sent);
      }
    }
    return all;
  }

  private Deque<Sent> flying(StepRecord step) {
    return flying.getOrDefault(Foresight.key(step.cpu(), step.target()), new ArrayDeque<>());
  }

  private static void arrive(Deque<Sent> sent, StepRecord step) {
    List<Sent> all = new ArrayList<>(sent);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).arrived() < 0) {
        all.set(i, all.get(i).arrivedWith(step.seq()));
        break;
      }
    }
    sent.clear();
    sent.addAll(all);
  }

  /** Loses the last one sent that has not arrived: earlier ones are further on their way. */
  private void lose(StepRecord step) {
    Deque<Sent> sent = flying(step);
    Sent last = sent.peekLast();
    if (last != null && last.arrived() < 0) {
      sent.removeLast();
      ends.accept(new End(last, Fate.LOST, step.seq(), step.nanos()));
    }
  }

  /** A CPU takes all arrived interrupts of one vector at once. */
  private void take(StepRecord step) {
    Deque<Sent> sent = flying(step);
    boolean none = sent.stream().allMatch(it -> it.arrived() < 0);
    while (!sent.isEmpty() && (none || sent.peekFirst().arrived() >= 0)) {
      ends.accept(new End(sent.removeFirst(), Fate.TAKEN, step.seq(), step.nanos()));
    }
  }

  /**
   * The run is over: what is still in flight is pending.
   *
   * @param seq the last step
   */
  public void end(long seq, long nanos) {
    flying.values().forEach(sent -> sent.forEach(it -> ends.accept(pending(it, seq, nanos))));
    flying.clear();
  }

  private static End pending(Sent sent, long seq, long nanos) {
    return new End(sent, Fate.PENDING, seq, nanos);
  }
}
