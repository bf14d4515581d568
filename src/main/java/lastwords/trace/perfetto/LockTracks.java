package lastwords.trace.perfetto;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.story.LockHolders;

/** A track for each lock with the CPU that holds it, and a counter of the CPUs that wait for it. */
final class LockTracks {
  private static final long ALL = 1L << 20; // their parent; greater than any CPU's number
  private static final long HOLDERS = 2L << 20;
  private static final long WAITERS = 3L << 20;

  private final Packets packets;
  private final StepNames names;
  private final LockHolders holders = new LockHolders();
  private final Set<Long> held = new HashSet<>(); // locks with an open slice
  private final Map<Long, Integer> waiting = new HashMap<>(); // by lock

  LockTracks(Packets packets, StepNames names) {
    this.packets = packets;
    this.names = names;
  }

  void step(StepRecord step) throws IOException {
    Optional<LockHolders.Hold> wait = holders.waitEndedBy(step);
    if (wait.isPresent()) {
      count(wait.get().lock(), -1, step.nanos());
      hold(wait.get().lock(), step);
    }
    switch (step.operation()) {
      case LOCK -> {
        if (step.result() == 0) {
          count(step.target(), 1, step.nanos());
        } else {
          hold(step.target(), step);
        }
      }
      case TRYLOCK -> {
        if (step.result() != 0) {
          hold(step.target(), step);
        }
      }
      case UNLOCK, LOCK_INIT -> release(step.target(), step.nanos());
      default -> {
        // no other operation changes a lock
      }
    }
    holders.apply(step);
  }

  private void hold(long lock, StepRecord step) throws IOException {
    release(lock, step.nanos());
    packets.track(ALL, Packets.MACHINE, "locks", false);
    packets.track(HOLDERS + lock, ALL, names.lock(lock), false);
    ProtoBytes begin = Packets.event(Packets.Type.BEGIN, HOLDERS + lock);
    Packets.named(begin, "lock", "cpu" + step.cpu());
    Packets.annotate(begin, "function", names.function(step.pc()));
    Packets.annotate(begin, "place", names.place(step.pc()));
    packets.write(step.nanos(), begin);
    held.add(lock);
  }

  private void release(long lock, long nanos) throws IOException {
    if (held.remove(lock)) {
      packets.write(nanos, Packets.event(Packets.Type.END, HOLDERS + lock));
    }
  }

  private void count(long lock, int change, long nanos) throws IOException {
    packets.track(ALL, Packets.MACHINE, "locks", false);
    packets.track(WAITERS + lock, ALL, names.lock(lock) + " waiters", true);
    int now = Math.max(0, waiting.merge(lock, change, Integer::sum));
    ProtoBytes counter = Packets.event(Packets.Type.COUNTER, WAITERS + lock);
    Packets.value(counter, now);
    packets.write(nanos, counter);
  }
}
