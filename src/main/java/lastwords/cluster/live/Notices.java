package lastwords.cluster.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.NoticeKind;

/**
 * What a part has told its coordinator: each notice is repeated until it is acknowledged, and a
 * successor is told what still counts. However long the machine runs, that stays short.
 */
final class Notices {
  /** Strokes of faults that a successor is told one by one; those after them are counted. */
  static final int MOST_STROKES = 100;

  private final TreeMap<Long, Notice> told = new TreeMap<>(); // what still counts
  private final TreeMap<Long, Notice> open = new TreeMap<>(); // what was not acknowledged
  private final Map<Integer, Long> counts = new TreeMap<>(); // by fault: the notice that counts
  private int strokes; // that are told one by one

  /** The part tells this now; its number is greater than all before. */
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

  /** Of whether the part waits or goes on, the newest notice counts. */
  private void replace(Notice notice) {
    told.values().removeIf(it -> saysWhetherItWaits(it.kind()));
    put(notice);
  }

  private static boolean saysWhetherItWaits(NoticeKind kind) {
    return kind == NoticeKind.BLOCKED || kind == NoticeKind.GOES_ON;
  }

  /** Waits add up; those before the CPU panicked count otherwise than those after. */
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

  /** A successor is told all that still counts; what did not arrive before is among that. */
  void again() {
    open.clear();
    open.putAll(told);
  }

  /** The last one, as it is sent now. */
  Notice newest() {
    return open.lastEntry().getValue().after(open.firstKey());
  }

  /** What was not acknowledged, as it is sent now. */
  List<Notice> open() {
    return open.values().stream().map(it -> it.after(open.firstKey())).toList();
  }

  /** Has everything arrived? */
  boolean settled() {
    return open.isEmpty();
  }

  void acknowledged(long number) {
    open.remove(number);
  }

  /** How many notices are kept. */
  int size() {
    return told.size() + open.size();
  }
}
