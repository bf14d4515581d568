package lastwords.cluster.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cluster.live.MachineProtocol.Notice;

/** Which notices have come: a part repeats each until it knows, and takes it as new only once. */
public final class Heard {
  private final Map<Integer, OfPart> parts = new TreeMap<>();

  /** The numbers that have come; all before the oldest of them that is still repeated have. */
  private static final class OfPart {
    final TreeSet<Long> numbers = new TreeSet<>();
    long oldest;

    boolean isNew(Notice notice) {
      oldest = Math.max(oldest, notice.oldest());
      numbers.headSet(oldest).clear();
      return notice.number() >= oldest && numbers.add(notice.number());
    }
  }

  /** Is it the first time that it comes? */
  public boolean isNew(Notice notice) {
    return parts.computeIfAbsent(notice.part(), part -> new OfPart()).isNew(notice);
  }

  /** How many numbers are remembered. */
  int size() {
    return parts.values().stream().mapToInt(it -> it.numbers.size()).sum();
  }
}
