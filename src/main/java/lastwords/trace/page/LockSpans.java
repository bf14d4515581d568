package lastwords.trace.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.story.LockHolders;

/** Finds the intervals in which CPUs hold locks or wait for them. */
final class LockSpans {
  private static final int MOST = 20_000; // a page shows no more

  private record Open(String lock, int cpu, int from) {
    LockSpan until(int to, boolean wanted) {
      return new LockSpan(lock, cpu, from, to, wanted);
    }
  }

  private final StepNames names;
  private final LockHolders holders = new LockHolders();
  private final Map<Long, Open> held = new HashMap<>(); // by lock
  private final Map<Integer, Open> wanted = new HashMap<>(); // by CPU
  private final List<LockSpan> spans = new ArrayList<>();

  LockSpans(StepNames names) {
    this.names = names;
  }

  /**
   * @param at index of the step
   */
  void step(StepRecord step, int at) {
    holders.waitEndedBy(step).ifPresent(wait -> got(wait, at));
    switch (step.operation()) {
      case LOCK, TRYLOCK -> lock(step, at);
      case UNLOCK, LOCK_INIT -> end(held.remove(step.target()), at, false);
      default -> {
        // no other operation changes a lock
      }
    }
    holders.apply(step);
  }

  private void got(LockHolders.Hold wait, int at) {
    end(wanted.remove(wait.cpu()), at, true);
    hold(wait.lock(), wait.cpu(), at);
  }

  private void hold(long lock, int cpu, int at) {
    end(held.remove(lock), at, false);
    held.put(lock, new Open(names.lock(lock), cpu, at));
  }

  private void lock(StepRecord step, int at) {
    if (step.result() != 0) {
      hold(step.target(), step.cpu(), at);
    } else if (step.operation() == Operation.LOCK) {
      wanted.put(step.cpu(), new Open(names.lock(step.target()), step.cpu(), at));
    }
  }

  private void end(Open open, int at, boolean wants) {
    if (open != null && spans.size() < MOST) {
      spans.add(open.until(at, wants));
    }
  }

  /**
   * The intervals of the locks for which a CPU has to wait, or that are held at the end; the others
   * would only clutter the picture.
   */
  List<LockSpan> all(int steps) {
    held.values().forEach(it -> spans.add(it.until(steps, false)));
    wanted.values().forEach(it -> spans.add(it.until(steps, true)));
    Set<String> interesting = new TreeSet<>();
    spans.stream()
        .filter(it -> it.wanted() || it.to() == steps)
        .forEach(it -> interesting.add(it.lock()));
    return spans.stream().filter(it -> interesting.contains(it.lock())).toList();
  }
}
