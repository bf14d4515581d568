package lastwords.engine.recording;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.scenario.Bundle;

/**
 * What one has to know of a live run before its events mean anything.
 *
 * @param machine its name
 * @param bundle the case with all it needs
 * @param places each part's node
 * @param origins each part's number as the source of events and texts
 * @param speed emulated nanoseconds that pass in one of wall time
 * @param seed of the timing
 */
public record RunHeader(
    String machine,
    Bundle bundle,
    SortedMap<Integer, String> places,
    SortedMap<Integer, Integer> origins,
    double speed,
    long seed) {
  public RunHeader {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    origins = Collections.unmodifiableSortedMap(new TreeMap<>(origins));
  }
}
