package lastwords.engine.stops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.engine.stops.StopPoint.By;
import lastwords.engine.terminal.StateObserver;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.machine.Machine;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.outcome.Outcome;

/**
 * Watches an exploration for where one CPU is when it is stopped. A stopped CPU stays where it is,
 * so the final states show it; which locks it held there is recorded when it passes, since others
 * may bust a lock later.
 */
public final class StopPoints implements StateObserver {
  private final int cpu;
  private final SortedMap<Long, Place> places = new TreeMap<>(); // by a hash of the frames
  private final SortedMap<StopPoint, SortedMap<String, Integer>> outcomes = new TreeMap<>();
  private final Map<StopPoint, Integer> order = new TreeMap<>();
  private int seen;

  /** What is known about a place on the CPU's path. */
  private static final class Place {
    private final int number; // in the order in which places were reached
    private long holds; // mask of locks
    private int waitsFor = -1;

    Place(int number) {
      this.number = number;
    }
  }

  /**
   * @param cpu the CPU that is to be stopped
   */
  public StopPoints(int cpu) {
    this.cpu = cpu;
  }

  @Override
  public void reached(Machine machine) {
    Cpu one = machine.cpu(cpu);
    if (stopper(one) == By.NOTHING) {
      Place place = place(one.backtrace());
      place.holds |= held(machine);
      place.waitsFor = one.awaited().lock() >= 0 ? one.awaited().lock() : place.waitsFor;
    }
  }

  @Override
  public void over(Machine machine, Outcome outcome) {
    Cpu one = machine.cpu(cpu);
    By by = stopper(one);
    int[] frames = by == By.IPI || by == By.NMI ? one.interruptedAt() : one.backtrace();
    Place place = place(frames);
    StopPoint point =
        by == By.NOTHING
            ? new StopPoint("", List.of(), "", by)
            : new StopPoint(
                function(machine, frames), names(machine, place), wait(machine, place), by);
    order.merge(point, by == By.NOTHING ? Integer.MAX_VALUE : place.number, Math::min);
    outcomes
        .computeIfAbsent(point, it -> new TreeMap<>())
        .merge(outcome.summary(), 1, Integer::sum);
  }

  private Place place(int[] frames) {
    long hash = frames.length;
    for (int pc : frames) {
      hash = (hash ^ pc) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return places.computeIfAbsent(hash, it -> new Place(seen++));
  }

  /** What has stopped it for good. */
  private static By stopper(Cpu cpu) {
    if (cpu.stalled()) {
      return By.STALL;
    }
    boolean halted = cpu.mode() == CpuMode.HALTED && (!cpu.irqsOn() || cpu.lapicOff());
    if (!halted) {
      return By.NOTHING;
    }
    return cpu.context() == CpuContext.NMI
        ? By.NMI
        : cpu.context() == CpuContext.HARDIRQ ? By.IPI : By.HALT;
  }

  private long held(Machine machine) {
    long held = 0;
    for (int lock = 0; lock < machine.wiring().locks(); lock++) {
      held |= machine.lock(lock).holder() == cpu ? 1L << lock : 0;
    }
    return held;
  }

  private static List<String> names(Machine machine, Place place) {
    List<String> names = new ArrayList<>();
    for (long left = place.holds; left != 0; left &= left - 1) {
      names.add(machine.lockName(Long.numberOfTrailingZeros(left)));
    }
    return names;
  }

  private static String wait(Machine machine, Place place) {
    return place.waitsFor < 0 ? "" : machine.lockName(place.waitsFor);
  }

  /** The innermost function that is not inlined in another. */
  private static String function(Machine machine, int[] frames) {
    for (int pc : frames) {
      FunctionInfo function = machine.image().functionAt(pc);
      if (!function.inline()) {
        return function.name();
      }
    }
    return "";
  }

  /**
   * The points, in the order in which the CPU first passes them, and how many of the final states
   * of each have which outcome.
   */
  public List<Map.Entry<StopPoint, SortedMap<String, Integer>>> rows() {
    List<Map.Entry<StopPoint, SortedMap<String, Integer>>> rows = new ArrayList<>();
    outcomes.forEach(
        (point, counts) -> rows.add(Map.entry(point, Collections.unmodifiableSortedMap(counts))));
    rows.sort(java.util.Comparator.comparingInt(row -> order.get(row.getKey())));
    return rows;
  }
}
