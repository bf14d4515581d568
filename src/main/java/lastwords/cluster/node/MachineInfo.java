package lastwords.cluster.node;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A machine on a cluster.
 *
 * @param id unique, and never reused
 * @param name for users; may have belonged to an earlier machine
 * @param scenario what it runs
 * @param variant the scenario's variant
 * @param kernel its kernel
 * @param machine its hardware
 * @param clock what decides the order of events
 * @param state its present state
 * @param node the node that controls it
 * @param seed of the timing
 * @param speed emulated ns per ns of wall time
 * @param nanos emulated time so far
 * @param outcome its outcome in one line if it has ended; why it failed if it has; else empty
 * @param places each part's node, by the part's number
 * @param trace why its trace is incomplete or not being collected, in lines; empty if all is well
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

  /** Returns a copy with the notices about its trace. */
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

  /** The states of a machine. */
  public enum State {
    BOOTING("booting"),
    RUNNING("running"),
    PAUSED("paused"),
    /** The run is over and has an outcome. */
    ENDED("ended"),
    /** The run is void: no outcome of half a run. */
    FAILED("failed");

    private final String word;

    State(String word) {
      this.word = word;
    }

    /** The word in JSON and tables. */
    public String word() {
      return word;
    }

    /** As the predicate of a sentence: {@code is paused}. */
    public String predicate() {
      return (over() ? "has " : "is ") + word;
    }

    /** Is nothing going to happen any more? */
    public boolean over() {
      return this == ENDED || this == FAILED;
    }
  }
}
