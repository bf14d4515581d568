package lastwords.cluster.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;

/**
 * The events of each part in the merged trace: whether there are gaps, and whether it has ended.
 */
final class Coverage {
  private final SortedMap<Integer, Long> next = new TreeMap<>();
  private final SortedMap<Integer, String> gaps = new TreeMap<>();
  private final SortedMap<Integer, Boolean> ended = new TreeMap<>();
  private long end; // clock of the latest END

  void take(PartEvent event) {
    long due = next.getOrDefault(event.part(), 0L);
    if (event.seq() > due) {
      gaps.putIfAbsent(event.part(), "lacks its events " + due + " to " + (event.seq() - 1));
    }
    next.put(event.part(), event.seq() + 1);
    if (event.kind() == Kind.END) {
      ended.put(event.part(), true);
      end = Math.max(end, event.clock());
    }
  }

  boolean ended(int part) {
    return ended.containsKey(part);
  }

  /** The clock of the latest END so far. */
  long end() {
    return end;
  }

  /** What is missing, a line for each part. */
  List<String> missing(RunHeader header) {
    int cpus = header.bundle().machine().cpus();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Integer, String> place : header.places().entrySet()) {
      int part = place.getKey();
      String name = part < cpus ? "cpu-" + part : "part " + part;
      if (gaps.containsKey(part)) {
        lines.add(name + " on " + place.getValue() + " " + gaps.get(part));
      } else if (!ended(part)) {
        lines.add(name + " on " + place.getValue() + " has no end");
      }
    }
    return lines;
  }
}
