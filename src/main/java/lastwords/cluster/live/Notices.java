package lastwords.cluster.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.NoticeKind;

/**
 * The notices a part has sent to its coordinator. Each is repeated until acknowledged, and a
 * successor gets those that still count. Their number stays bounded, however long the machine runs.
 */
final class Notices {
  /** Firings of faults that a successor gets one by one; later ones are counted. */
  static final int MOST_STROKES = 100;

  private final TreeMap<Long, Notice> told = new TreeMap<>(); // what still counts
  private final TreeMap<Long, Notice> open = new TreeMap<>(); // what was not acknowledged
  private final Map<Integer, Long> counts = new TreeMap<>(); // by fault: the notice that counts
  private int strokes; // reported one by one

  /** Adds a notice, whose number is greater than all previous ones. */
  void add(Notice notice) {
    open.put(notice.number(), notice);
    switch (notice.kind()) {
      case BLOCKED, GOES_ON -> replace(notice);
      case WAITS -> put(sinceItPanics(notice));
      case FIRED, DROPPED -> stroke(notice);
      case PANICS, FINAL_LOOP, ENDED -> once(notice);
    }
  }

  private void put(Notice notice) {
    told.put(notice.number(), notice);
  }

  /** Of the notices that the part waits or continues, only the newest counts. */
  private void replace(Notice notice) {
    told.values().removeIf(it -> saysWhetherItWaits(it.kind()));
    put(notice);
  }

  private static boolean saysWhetherItWaits(NoticeKind kind) {
    return kind == NoticeKind.BLOCKED || kind == NoticeKind.GOES_ON;
  }

  /** Adds up waits, separately before and after the CPU panicked. */
  private Notice sinceItPanics(Notice notice) {
    long before = newest(NoticeKind.WAITS);
    return before > newest(NoticeKind.PANICS)
        ? notice.value(told.remove(before).b() + notice.b())
        : notice;
  }

  private long newest(NoticeKind kind) {
    return told.values().stream()
        .filter(it -> it.kind() == kind)
        .mapToLong(Notice::number)
        .max()
        .orElse(0);
  }

  private void stroke(Notice notice) {
    if (strokes < MOST_STROKES) {
      strokes++;
      put(notice);
    } else {
      Optional<Notice> before =
          Optional.ofNullable(counts.put(notice.fault(), notice.number())).map(told::remove);
      put(notice.times(notice.times() + before.map(Notice::times).orElse(0L)));
    }
  }

  private void once(Notice notice) {
    if (told.values().stream().noneMatch(it -> it.saysTheSameAs(notice))) {
      put(notice);
    }
  }

  /** Sends a successor everything that still counts, which includes what was not acknowledged. */
  void again() {
    open.clear();
    open.putAll(told);
  }

  /** The last notice, ready to be sent. */
  Notice newest() {
    return open.lastEntry().getValue().after(open.firstKey());
  }

  /** The unacknowledged notices, ready to be sent. */
  List<Notice> open() {
    return open.values().stream().map(it -> it.after(open.firstKey())).toList();
  }

  /** Has everything been acknowledged? */
  boolean settled() {
    return open.isEmpty();
  }

  void acknowledged(long number) {
    open.remove(number);
  }

  /** Notices kept. */
  int size() {
    return told.size() + open.size();
  }
}
