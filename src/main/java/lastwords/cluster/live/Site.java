package lastwords.cluster.live;

import java.util.List;
import java.util.function.Consumer;
import lastwords.machine.Machine;
import lastwords.machine.fault.Fault;
import lastwords.trace.TraceRecord;

/**
 * A machine on one node: the node's own copy, of which only the parts placed here are used.
 *
 * @param machine booted, with this node's origin
 * @param faults of the scenario
 * @param origin number of this node in the machine
 * @param seed of all random numbers
 * @param clock emulated time here
 * @param hlc this node's logical clock
 * @param now wall time of the message being handled
 * @param log takes the parts' records; may block
 */
public record Site(
    Machine machine,
    List<Fault> faults,
    int origin,
    long seed,
    LiveClock clock,
    Hlc hlc,
    Now now,
    Consumer<TraceRecord> log) {
  public Site {
    faults = List.copyOf(faults);
  }

  /**
   * The wall time at which the current message began: parts take turns on one thread, and reading
   * the clock costs as much as sending a message.
   */
  static final class Now {
    private long nanos = System.nanoTime();

    void read() {
      nanos = System.nanoTime();
    }

    /** As {@link System#nanoTime} has it. */
    long nanos() {
      return nanos;
    }
  }

  /** A site whose emulated time runs at that speed. */
  public static Site of(
      Machine machine,
      List<Fault> faults,
      int origin,
      long seed,
      double speed,
      Hlc hlc,
      Consumer<TraceRecord> log) {
    LiveClock clock = new LiveClock(speed, System::nanoTime);
    return new Site(machine, faults, origin, seed, clock, hlc, new Now(), log);
  }
}
