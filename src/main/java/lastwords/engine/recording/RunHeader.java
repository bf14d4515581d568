package lastwords.engine.recording;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.Bundle;

/**
 * What is needed to interpret the events of a run on a cluster.
 *
 * @param id the machine's id; empty in recordings of older versions
 * @param machine its name
 * @param bundle the complete case
 * @param places each part's node
 * @param origins each part's number as the source of events and texts
 * @param clock {@link #LIVE} or {@link #LOCK_STEP}
 * @param speed emulated ns per ns of wall time
 * @param seed of the timing
 * @param program the lastwords that recorded it; empty in recordings of older versions
 */
public record RunHeader(
    String id,
    String machine,
    Bundle bundle,
    SortedMap<Integer, String> places,
    SortedMap<Integer, Integer> origins,
    String clock,
    double speed,
    long seed,
    String program) {
  /** The parts ran freely: the events of each part are recorded. */
  public static final String LIVE = "live";

  /**
   * The simulate engine's order: the seed determines the run; steps are recorded for comparison.
   */
  public static final String LOCK_STEP = "lock-step";

  public RunHeader {
    id = id == null ? "" : id;
    program = program == null ? "" : program;
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
    if (!clock.equals(LIVE) && !clock.equals(LOCK_STEP)) {
      throw new IllegalArgumentException(
          "clock must be " + LIVE + " or " + LOCK_STEP + ", not " + clock);
    }
  }

  /** The header of a run recorded by this program. */
  public RunHeader(
      String id,
      String machine,
      Bundle bundle,
      SortedMap<Integer, String> places,
      SortedMap<Integer, Integer> origins,
      String clock,
      double speed,
      long seed) {
    this(id, machine, bundle, places, origins, clock, speed, seed, ProgramVersion.text());
  }

  /** The recording program, for messages. */
  public String recordedBy() {
    String who = program.isEmpty() ? "an older version" : "lastwords " + program;
    return "recorded by " + who + "; this is lastwords " + ProgramVersion.text();
  }

  /** A part's node, for messages: {@code " on node-b"}; empty if it is not known. */
  public String on(int part) {
    return places.containsKey(part) ? " on " + places.get(part) : "";
  }
}
