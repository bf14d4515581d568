package lastwords.cluster.spool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Records of a stream that stand one after the other in a file: all of it, or a part between
 * damaged bytes.
 */
final class Segment {
  private static final int INDEXED = 256; // every so-manieth record's offset is known

  final Path path;
  private final List<Long> offsets = new ArrayList<>();
  private final Map<String, Long> machines = new TreeMap<>(); // and the clock of their last record
  private final long start; // in the file
  private String newest =
      ""; // machine of the last record; only when another comes it is noted above
  private long newestClock;
  private long first;
  private long count;
  private long end;

  /**
   * @param start offset in the file
   * @param first number of its first record
   */
  Segment(Path path, long start, long first) {
    this.path = path;
    this.start = start;
    this.first = first;
    this.end = start;
  }

  /** Number of its first record. */
  long first() {
    return first;
  }

  /** Numbers its records from there on. */
  void number(long first) {
    this.first = first;
  }

  /** How many records. */
  long count() {
    return count;
  }

  /** Number of the record after its last one. */
  long next() {
    return first + count;
  }

  /** Offset in the file at which it begins. */
  long start() {
    return start;
  }

  /** Offset in the file at which it ends. */
  long end() {
    return end;
  }

  long bytes() {
    return end - start;
  }

  /** Is nothing in it needed? */
  boolean unneeded(BiPredicate<String, Long> unneeded) {
    note();
    return machines.entrySet().stream().allMatch(it -> unneeded.test(it.getKey(), it.getValue()));
  }

  /** Takes note of a record that was appended. */
  void took(long offset, int length, String machine, long clock) {
    if (count % INDEXED == 0) {
      offsets.add(offset);
    }
    count++;
    end = offset + length + RecordFile.FRAME;
    if (machine.equals(newest)) {
      newestClock = Math.max(newestClock, clock);
    } else {
      note();
      newest = machine;
      newestClock = clock;
    }
  }

  private void note() {
    if (!newest.isEmpty()) {
      machines.merge(newest, newestClock, Math::max);
    }
  }

  /** Number of the last indexed record that is not after this one. */
  long indexed(long number) {
    return first + (number - first) / INDEXED * INDEXED;
  }

  /** Where an indexed record begins. */
  long offset(long indexed) {
    return offsets.get((int) ((indexed - first) / INDEXED));
  }
}
