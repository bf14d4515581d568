package lastwords.cluster.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lastwords.kernelc.source.Wording;

/**
 * Salvages the files of a stream whose process may have died in a power cut. A torn tail is cut
 * off; damage before valid records is copied to a file next to it and skipped; files that are not
 * the spool's are left alone. All of this is reported.
 *
 * <p>A record's number is its position in the stream, so damage makes the numbers of later records
 * uncertain. They get numbers that are not lower than before: then the collector never takes a
 * record that it lacks for one that it has, and it recognises duplicates by their clock.
 */
final class Salvage {
  private static final String FILE = "\\d{19}\\.log";
  private static final String DAMAGED = "\\d{19}-at-\\d+\\.damaged";
  private static final int LEAST_BYTES = RecordFile.FRAME + SpoolRecord.LEAST_BYTES;

  private static final long MOST_BYTES = 64 << 20; // of a file; the spool's own files are shorter

  private final Path folder;
  private final Consumer<String> notices;

  /**
   * @param notices takes a line for each thing that was done
   */
  Salvage(Path folder, Consumer<String> notices) {
    this.folder = folder;
    this.notices = notices;
  }

  /** The valid segments, in order. */
  List<Segment> segments() throws IOException {
    List<Path> files = files();
    List<Segment> all = new ArrayList<>();
    long next = Long.MAX_VALUE;
    for (int i = files.size() - 1; i >= 0; i--) {
      all.addAll(0, readable(files.get(i), next));
      next = first(files.get(i));
    }
    return all;
  }

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.matches(FILE) && Files.isRegularFile(path)) {
          files.add(path);
        } else if (!name.matches(DAMAGED)) {
          notices.accept(path + " is not a file of the spool: ignored");
        }
      }
    }
    return files;
  }

  private static long first(Path path) {
    return Long.parseLong(path.getFileName().toString().replace(".log", ""));
  }

  private List<Segment> readable(Path path, long next) {
    try {
      return segments(path, next);
    } catch (IOException e) {
      notices.accept(path + " cannot be read (" + e.getMessage() + "): its records are omitted");
      return List.of();
    }
  }

  /**
   * @param next number of the first record of the next file; Long.MAX_VALUE if there is none
   */
  private List<Segment> segments(Path path, long next) throws IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new IOException("it is longer than " + MOST_BYTES + " bytes");
    }
    byte[] bytes = Files.readAllBytes(path);
    List<Segment> found = good(path, bytes);
    boolean newest = next == Long.MAX_VALUE;
    long end = 0;
    for (Segment segment : found) {
      setAside(path, bytes, end, segment.start());
      end = segment.end();
    }
    if (newest) {
      cut(path, bytes, end);
    } else if (!isRoom(bytes, end)) {
      setAside(path, bytes, end, bytes.length);
    }
    number(found, first(path), next);
    return found;
  }

  private static List<Segment> good(Path path, byte[] bytes) {
    List<Segment> found = new ArrayList<>();
    int at = 0;
    while (at + LEAST_BYTES <= bytes.length) {
      Optional<byte[]> framed = RecordFile.recordAt(bytes, at, SpoolRecord.MOST_BYTES);
      Optional<SpoolRecord> record = framed.flatMap(SpoolRecord::read);
      if (record.isPresent()) {
        take(found, path, at, framed.get().length, record.get());
        at += RecordFile.FRAME + framed.get().length;
      } else {
        at++; // look for the next valid record
      }
    }
    return found;
  }

  private static void take(List<Segment> found, Path path, int at, int length, SpoolRecord record) {
    if (found.isEmpty() || found.get(found.size() - 1).end() != at) {
      found.add(new Segment(path, at, 0));
    }
    found.get(found.size() - 1).took(at, length, record.machine(), record.clock());
  }

  /** Gives records the lowest numbers that are certainly not lower than before. */
  private static void number(List<Segment> found, long first, long next) {
    long least = first;
    long end = 0;
    for (Segment segment : found) {
      least += (segment.start() - end) / LEAST_BYTES;
      segment.number(least);
      least = segment.next();
      end = segment.end();
    }
    long most = next;
    for (int i = found.size() - 1; i >= 0; i--) {
      Segment segment = found.get(i);
      segment.number(Math.min(segment.first(), most - segment.count()));
      most = segment.first();
    }
  }

  private void setAside(Path path, byte[] bytes, long from, long to) {
    if (from == to) {
      return;
    }
    String what = path + ": " + Wording.count(to - from, "byte") + " damaged at " + from;
    Path copy =
        folder.resolve(path.getFileName().toString().replace(".log", "-at-" + from + ".damaged"));
    try {
      if (!Files.exists(copy)) {
        Files.write(copy, Arrays.copyOfRange(bytes, (int) from, (int) to));
      }
      notices.accept(what + ", set aside as " + copy.getFileName());
    } catch (IOException e) {
      notices.accept(what + ", skipped; no copy was made: " + e.getMessage());
    }
  }

  /** Is the rest just unused room? */
  private static boolean isRoom(byte[] bytes, long end) {
    boolean zeros = bytes.length - end <= MappedRecordFile.ROOM;
    for (int at = (int) end; zeros && at < bytes.length; at++) {
      zeros = bytes[at] == 0;
    }
    return zeros;
  }

  private void cut(Path path, byte[] bytes, long end) {
    if (bytes.length == end) {
      return;
    }
    String what =
        path + ": " + Wording.count(bytes.length - end, "byte") + " at the end not a record";
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
      file.truncate(end);
      if (!isRoom(bytes, end)) {
        notices.accept(what + ", cut off at " + end);
      }
    } catch (IOException e) {
      notices.accept(what + ", skipped: " + e.getMessage());
    }
  }
}
