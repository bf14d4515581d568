package lastwords.cluster.node;

import java.util.Collections;
import java.util.List;
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
 * @param trace why its trace is incomplete or is not being collected, a line each; none: it is well
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
    SortedMap<Integer, String> places,
    List<String> trace) {
  public MachineInfo {
    trace = List.copyOf(trace);
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** The same with what is to be known of its trace. */
  public MachineInfo with(List<TraceNotice> notices) {
    List<String> lines =
        notices.stream()
            .filter(it -> it.concerns(id))
            .map(it -> it.node() + ": " + it.text())
            .toList();
    return new MachineInfo(
        id, name, scenario, variant, kernel, machine, clock, state, node, seed, speed, nanos,
        outcome, places, lines);
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
