package lastwords.cluster.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cluster.live.MachineProtocol.Notice;

/** The notices that have arrived: parts repeat them until acknowledged, and each counts once. */
public final class Heard {
  private final Map<Integer, OfPart> parts = new TreeMap<>();

  /** The numbers that have arrived; so have all before {@code oldest}. */
  private static final class OfPart {
    final TreeSet<Long> numbers = new TreeSet<>();
    long oldest;

    boolean isNew(Notice notice) {
      oldest = Math.max(oldest, notice.oldest());
      numbers.headSet(oldest).clear();
      return notice.number() >= oldest && numbers.add(notice.number());
    }
  }

  /** Returns true the first time a notice arrives. */
  public boolean isNew(Notice notice) {
    return parts.computeIfAbsent(notice.part(), part -> new OfPart()).isNew(notice);
  }

  /** Numbers kept. */
  int size() {
    return parts.values().stream().mapToInt(it -> it.numbers.size()).sum();
  }
}
