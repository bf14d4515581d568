package lastwords.cluster.node;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine on a cluster.
 *
 * @param id what it is known by; never used again
 * @param name what people call it; another machine may have had it before
 * @param scenario what it runs
 * @param variant the scenario's variant
 * @param kernel its kernel
 * @param machine its hardware
 * @param clock who orders what happens
 * @param state what it does now
 * @param node the node that conducts it
 * @param seed of the timing
 * @param speed emulated nanoseconds that pass in one of wall time
 * @param nanos emulated time so far
 * @param outcome its outcome in a line when it has ended; why it failed when it has; else empty
 * @param places each part's node, by the part's number
 */
public record MachineInfo(
    String id,
    String name,
    String scenario,
    String variant,
    String kernel,
    String machine,
    Clock clock,
    State state,
    String node,
    long seed,
    double speed,
    long nanos,
    String outcome,
    SortedMap<Integer, String> places) {
  public MachineInfo {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** What a machine can be doing. */
  public enum State {
    BOOTING("booting"),
    RUNNING("running"),
    PAUSED("paused"),
    /** The run is over and was judged. */
    ENDED("ended"),
    /** The run is void: no verdict from half a run. */
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** As JSON and tables have it. */
    public String word() {
      return word;
    }

    /** Is nothing going to happen any more? */
    public boolean over() {
      return this == ENDED || this == FAILED;
    }
  }
}
