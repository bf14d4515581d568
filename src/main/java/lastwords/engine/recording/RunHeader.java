package lastwords.engine.recording;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.Bundle;

/**
 * What one has to know of a run on a cluster before its events mean anything.
 *
 * @param id what the machine is known by; empty in recordings of older versions
 * @param machine its name
 * @param bundle the case with all it needs
 * @param places each part's node
 * @param origins each part's number as the source of events and texts
 * @param clock {@link #LIVE} or {@link #LOCK_STEP}
 * @param speed emulated nanoseconds that pass in one of wall time
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
  /** Nobody orders anything: what happened to each part is recorded. */
  public static final String LIVE = "live";

  /** The simulate engine's order: the seed says all; its steps are recorded to be compared. */
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

  /** Of a run that this program records. */
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

  /** Who recorded it, for messages. */
  public String recordedBy() {
    String who = program.isEmpty() ? "an older version" : "lastwords " + program;
    return "recorded by " + who + "; this is lastwords " + ProgramVersion.text();
  }

  /** Where a part lives, for messages: {@code " on node-b"}; empty when that is not known. */
  public String on(int part) {
    return places.containsKey(part) ? " on " + places.get(part) : "";
  }
}
