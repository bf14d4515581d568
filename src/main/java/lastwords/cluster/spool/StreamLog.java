package lastwords.cluster.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The records of one stream, numbered from 0, in files of a few megabytes, each named after the
 * number of its first record. Not thread-safe.
 */
public final class StreamLog implements Closeable {
  private static final int SEGMENT_BYTES = 4 << 20;

  /**
   * A record with its number.
   *
   * @param number counts from 0
   */
  public record Numbered(long number, byte[] record) {}

  /**
   * Files that a power cut could still damage.
   *
   * @param full complete files; whoever forces them closes them
   * @param names the folder, if files were created
   */
  record Unforced(
      List<MappedRecordFile> full, Optional<MappedRecordFile> growing, Optional<Path> names) {}

  private final Path folder;
  private final List<Segment> segments = new ArrayList<>();
  private final List<MappedRecordFile> full = new ArrayList<>(); // and not on the disk yet
  private final boolean sync;
  private Optional<MappedRecordFile> file = Optional.empty();
  private boolean unforced;
  private boolean begun; // a file whose name is not on the disk yet
  private long bytes;

  private StreamLog(Path folder, boolean sync) {
    this.folder = folder;
    this.sync = sync;
  }

  /** Creates a stream, in a folder of its own. */
  static StreamLog create(Path folder, boolean sync) throws IOException {
    StreamLog log = new StreamLog(folder, sync);
    log.begin();
    return log;
  }

  /**
   * Opens the valid records of an existing stream.
   *
   * @param notices takes a line for each repair
   */
  static StreamLog open(Path folder, Consumer<String> notices) throws IOException {
    StreamLog log = new StreamLog(folder, false);
    log.segments.addAll(new Salvage(folder, notices).segments());
    log.segments.forEach(it -> log.bytes += it.bytes());
    return log;
  }

  /** Starts a new file. */
  void begin() throws IOException {
    Segment segment =
        new Segment(folder.resolve(String.format(Locale.ROOT, "%019d.log", next())), 0, next());
    MappedRecordFile next = new MappedRecordFile(segment.path);
    begun = sync;
    if (file.isPresent()) {
      retire(file.get());
    }
    file = Optional.of(next);
    segments.add(segment);
  }

  private void retire(MappedRecordFile written) throws IOException {
    if (sync) {
      full.add(written); // closed once it is on disk
    } else {
      written.close();
    }
  }

  /**
   * Appends a record of a machine; returns its number.
   *
   * @param record buffer that starts with the record
   */
  long append(byte[] record, int size, String machine, long clock) throws IOException {
    if (file.orElseThrow().size() >= SEGMENT_BYTES) {
      begin();
    }
    MappedRecordFile to = file.orElseThrow();
    Segment last = segments.get(segments.size() - 1);
    long offset = to.append(record, size);
    unforced = sync;
    last.took(offset, size, machine, clock);
    bytes += size + RecordFile.FRAME;
    return last.next() - 1;
  }

  /** Returns what has to be forced to disk; from now on it counts as forced. */
  Unforced unforced() {
    Unforced all =
        new Unforced(
            List.copyOf(full),
            unforced ? file : Optional.empty(),
            begun ? Optional.of(folder) : Optional.empty());
    full.clear();
    unforced = false;
    begun = false;
    return all;
  }

  /** Number of the next record. */
  long next() {
    return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).next();
  }

  /** Bytes on disk. */
  long bytes() {
    return bytes;
  }

  /** Visits all records in order. */
  void forEach(RecordFile.Visitor visitor) throws IOException {
    for (Segment segment : segments) {
      for (Numbered record : read(segment, segment.first(), (int) segment.bytes())) {
        visitor.visit(record.number(), record.record());
      }
    }
  }

  /**
   * Reads records from a number (or the first one left) on, as many as fit into {@code maxBytes}.
   */
  List<Numbered> read(long from, int maxBytes) throws IOException {
    for (Segment segment : segments) {
      if (segment.count() > 0 && segment.next() > from) {
        return read(segment, Math.max(from, segment.first()), maxBytes);
      }
    }
    return List.of();
  }

  private static List<Numbered> read(Segment segment, long from, int maxBytes) throws IOException {
    long number = segment.indexed(from);
    long offset = segment.offset(number);
    List<Numbered> read = new ArrayList<>();
    while (read.isEmpty()) {
      for (byte[] record : RecordFile.read(segment.path, offset, segment.end(), maxBytes)) {
        offset += record.length + RecordFile.FRAME;
        if (number >= from) {
          read.add(new Numbered(number, record));
        }
        number++;
      }
    }
    return read;
  }

  /** Deletes files all of whose records are before a number and no longer needed. */
  void delete(long before, BiPredicate<String, Long> unneeded) throws IOException {
    Set<Path> kept = new HashSet<>();
    for (Segment segment : segments) {
      boolean newest = segment == segments.get(segments.size() - 1);
      if (newest || segment.next() > before || !segment.unneeded(unneeded)) {
        kept.add(segment.path);
      }
    }
    for (Segment gone : segments.stream().filter(it -> !kept.contains(it.path)).toList()) {
      Files.deleteIfExists(gone.path);
      bytes -= gone.bytes();
      segments.remove(gone);
    }
  }

  /** Is anything in the newest file still needed? */
  boolean needsNewest(BiPredicate<String, Long> unneeded) {
    Segment last = segments.get(segments.size() - 1);
    return last.count() == 0 || !last.unneeded(unneeded);
  }

  @Override
  public void close() throws IOException {
    for (MappedRecordFile written : full) {
      written.force();
      written.close();
    }
    if (begun) {
      RecordFile.forceFolder(folder);
    }
    if (file.isPresent()) {
      if (unforced) {
        file.get().force();
      }
      file.get().close();
    }
  }
}
