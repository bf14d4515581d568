package lastwords.cluster.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The records of one stream, numbered from 0 on, in files of some megabytes each, whose names are
 * the number of their first record. Not thread-safe.
 */
final class StreamLog implements Closeable {
  private static final int SEGMENT_BYTES = 4 << 20;
  private static final int INDEXED = 256; // every so-manieth record's offset is known

  /** A file of records. */
  private static final class Segment {
    final Path path;
    final long first;
    final List<Long> offsets = new ArrayList<>();
    final Map<String, Long> machines = new TreeMap<>(); // and the clock of their last record
    long count;
    long size;

    Segment(Path path, long first) {
      this.path = path;
      this.first = first;
    }

    long next() {
      return first + count;
    }

    boolean unneeded(BiPredicate<String, Long> unneeded) {
      return machines.entrySet().stream().allMatch(it -> unneeded.test(it.getKey(), it.getValue()));
    }

    void took(long offset, byte[] record, String machine, long clock) {
      if (count % INDEXED == 0) {
        offsets.add(offset);
      }
      count++;
      size = offset + record.length + RecordFile.FRAME;
      machines.merge(machine, clock, Math::max);
    }
  }

  /**
   * A record with its number.
   *
   * @param number from 0 on
   */
  record Numbered(long number, byte[] record) {}

  private final Path folder;
  private final List<Segment> segments = new ArrayList<>();
  private RecordFile file;
  private long bytes;

  /** Opens the stream in a folder; a torn tail is cut off. */
  StreamLog(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    for (Path path : files()) {
      recover(path);
    }
    if (segments.isEmpty()) {
      begin();
    } else {
      Segment last = segments.get(segments.size() - 1);
      file = new RecordFile(last.path, last.size);
    }
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(it -> it.toString().endsWith(".log")).sorted().toList();
    }
  }

  private void recover(Path path) throws IOException {
    String name = path.getFileName().toString();
    Segment segment = new Segment(path, Long.parseLong(name.replace(".log", "")));
    RecordFile.scan(
        path,
        (at, record) -> {
          SpoolRecord read = SpoolRecord.of(record);
          segment.took(at, record, read.machine(), read.clock());
        });
    segments.add(segment);
    bytes += segment.size;
  }

  /** Goes on in a new file. */
  void begin() throws IOException {
    if (file != null) {
      file.close();
    }
    Segment segment = new Segment(folder.resolve(String.format("%019d.log", next())), next());
    file = new RecordFile(segment.path, 0);
    segments.add(segment);
  }

  /** Appends a record about a machine; gives its number. */
  long append(byte[] record, String machine, long clock) throws IOException {
    if (file.size() >= SEGMENT_BYTES) {
      begin();
    }
    Segment last = segments.get(segments.size() - 1);
    long offset = file.append(record);
    file.flush();
    last.took(offset, record, machine, clock);
    bytes += record.length + RecordFile.FRAME;
    return last.next() - 1;
  }

  /** The number that the next record gets. */
  long next() {
    return segments.isEmpty() ? 0 : segments.get(segments.size() - 1).next();
  }

  /** Bytes on disk. */
  long bytes() {
    return bytes;
  }

  /** Visits all records. */
  void forEach(RecordFile.Visitor visitor) throws IOException {
    for (Segment segment : segments) {
      RecordFile.scan(segment.path, visitor);
    }
  }

  /** Records from a number on (or from the first one that is left), as many as the bytes hold. */
  List<Numbered> read(long from, int maxBytes) throws IOException {
    for (Segment segment : segments) {
      if (segment.count > 0 && segment.next() > from) {
        return read(segment, Math.max(from, segment.first), maxBytes);
      }
    }
    return List.of();
  }

  private static List<Numbered> read(Segment segment, long from, int maxBytes) throws IOException {
    int index = (int) ((from - segment.first) / INDEXED);
    long number = segment.first + (long) index * INDEXED;
    long offset = segment.offsets.get(index);
    List<Numbered> read = new ArrayList<>();
    while (read.isEmpty()) {
      for (byte[] record : RecordFile.read(segment.path, offset, segment.size, maxBytes)) {
        offset += record.length + RecordFile.FRAME;
        if (number >= from) {
          read.add(new Numbered(number, record));
        }
        number++;
      }
    }
    return read;
  }

  /** Deletes files that hold only records before a number, of machines that nobody needs. */
  void delete(long before, BiPredicate<String, Long> unneeded) throws IOException {
    List<Segment> gone =
        segments.subList(0, segments.size() - 1).stream()
            .filter(it -> it.next() <= before && it.unneeded(unneeded))
            .toList();
    for (Segment segment : gone) {
      Files.deleteIfExists(segment.path);
      bytes -= segment.size;
    }
    segments.removeAll(gone);
  }

  /** Is there anything in the newest file that is needed? */
  boolean needsNewest(BiPredicate<String, Long> unneeded) {
    Segment last = segments.get(segments.size() - 1);
    return last.count == 0 || !last.unneeded(unneeded);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
