package lastwords.cluster.live;

import java.util.List;
import java.util.function.Consumer;
import lastwords.machine.Machine;
import lastwords.machine.fault.Fault;
import lastwords.trace.TraceRecord;

/**
 * A machine as one node has it: its own copy, of which only the parts that live here are used.
 *
 * @param machine booted, with this node's origin
 * @param faults of the scenario
 * @param origin number of this node in the machine
 * @param seed of what is random
 * @param clock emulated time here
 * @param hlc this node's logical clock
 * @param now the time of what is happening
 * @param log takes what happens to the parts; may make them wait
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
   * The wall time of what is happening: parts take turns on one thread, and to read the clock takes
   * as long as to send a message.
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

  /** Of a machine whose emulated time goes that fast. */
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
