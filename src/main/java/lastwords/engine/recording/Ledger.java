package lastwords.engine.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.kernelc.source.Wording;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;

/**
 * Keeps track of the events of each part, and of what is missing. A part with missing events stops
 * there: what it would have done is not known.
 */
final class Ledger {
  private static final int FEW = 3;
  private static final String LACKS = "lacks its events ";

  private final RunHeader header;
  private final String[] names;
  private final long[] next; // by part: number of the next event
  private final boolean[] ended;
  private final String[] stopped; // by part: why it has stopped, or ""

  Ledger(RunHeader header, String[] names) {
    this.header = header;
    this.names = names.clone();
    this.next = new long[names.length];
    this.ended = new boolean[names.length];
    this.stopped = new String[names.length];
    java.util.Arrays.fill(stopped, "");
  }

  /** Takes the next event; returns false if its part has stopped. */
  boolean take(PartEvent event) throws RecordingException {
    int part = event.part();
    if (part < 0 || part >= names.length) {
      throw new RecordingException(
          "expected a part from 0 to " + (names.length - 1) + ", not " + part);
    }
    if (ended[part] || event.seq() < next[part]) {
      throw new RecordingException(
          names[part] + " has its event " + event.seq() + " after its event " + (next[part] - 1));
    }
    if (event.seq() > next[part]) {
      boolean known = stopped[part].startsWith(LACKS); // the first gap is the one that counts
      String gap = LACKS + next[part] + " to " + (event.seq() - 1);
      stopped[part] = known ? stopped[part] : gap;
    }
    next[part] = event.seq() + 1;
    ended[part] = event.kind() == Kind.END;
    return stopped[part].isEmpty();
  }

  /** Stops a part, unless it has stopped before. */
  void stop(int part, String why) {
    stopped[part] = stopped[part].isEmpty() ? why : stopped[part];
  }

  boolean stands(int part) {
    return !stopped[part].isEmpty();
  }

  String name(int part) {
    return part < 0 || part >= names.length ? "part " + part : names[part];
  }

  /** What is missing: a line for each part, and one for all parts of a node without events. */
  List<String> missing() {
    List<String> lines = new ArrayList<>();
    SortedMap<String, List<String>> silent = new TreeMap<>(); // by node
    for (int part = 0; part < names.length; part++) {
      String who = names[part] + header.on(part) + " ";
      if (!stopped[part].isEmpty()) {
        lines.add(who + stopped[part]);
      } else if (!ended[part] && next[part] > 0) {
        lines.add(who + "has no end: nothing after event " + (next[part] - 1));
      } else if (!ended[part]) {
        silent.computeIfAbsent(header.on(part), it -> new ArrayList<>()).add(names[part]);
      }
    }
    silent.forEach((on, parts) -> lines.add("no events at all of " + several(parts) + on));
    return lines;
  }

  private static String several(List<String> parts) {
    String few = String.join(", ", parts.subList(0, Math.min(FEW, parts.size())));
    return parts.size() > FEW
        ? few + " and " + Wording.count(parts.size() - FEW, "other part")
        : few;
  }
}
