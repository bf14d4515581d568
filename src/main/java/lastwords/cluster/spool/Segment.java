package lastwords.cluster.spool;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Consecutive records of a stream in a file: all of the file, or a part between damaged bytes. */
final class Segment {
  private static final int INDEXED = 256; // the offset of every 256th record is known

  final Path path;
  private final List<Long> offsets = new ArrayList<>();
  private final Map<String, Long> machines = new TreeMap<>(); // with the clock of their last record
  private final long start; // in the file
  private String newest =
      ""; // machine of the last record; added to the map above when another one follows
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

  /** Renumbers its records, starting there. */
  void number(long first) {
    this.first = first;
  }

  /** Number of records. */
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

  /** Is none of it needed any more? */
  boolean unneeded(BiPredicate<String, Long> unneeded) {
    note();
    return machines.entrySet().stream().allMatch(it -> unneeded.test(it.getKey(), it.getValue()));
  }

  /** Accounts for an appended record. */
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
