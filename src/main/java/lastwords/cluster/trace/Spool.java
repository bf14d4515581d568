package lastwords.cluster.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import lastwords.cluster.trace.SpoolRecord.Type;
import lastwords.engine.recording.EventCodec;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.trace.PartEvent;

/**
 * A node's spool: what happens on the node is on its disk before it goes anywhere. Each life of the
 * process has a folder of its own; what earlier lives left behind is still shipped. Thread-safe.
 */
public final class Spool implements EventLog, AutoCloseable {
  /** Bytes that may wait for the collector, unless {@code lastwords.spool.max-bytes} says more. */
  public static final long MAX_BYTES = 256L << 20;

  private static final int KEPT_LIVES = 8; // of earlier processes; older ones are deleted

  private final FileChannel guard;
  private final List<Spooled> earlier;
  private final Spooled own;
  private final long maxBytes;
  private final LongSupplier clock;

  private Spool(
      FileChannel guard, List<Spooled> earlier, Spooled own, long maxBytes, LongSupplier clock) {
    this.guard = guard;
    this.earlier = List.copyOf(earlier);
    this.own = own;
    this.maxBytes = maxBytes;
    this.clock = clock;
  }

  /**
   * Opens a node's spool.
   *
   * @param folder of this node alone; made when it is not there
   * @param node the node's name
   * @param maxBytes that may wait for the collector before writers wait
   * @param clock the node's hybrid logical clock
   */
  public static Spool open(Path folder, String node, long maxBytes, LongSupplier clock)
      throws IOException {
    Files.createDirectories(folder);
    FileChannel guard = guard(folder);
    try {
      List<Path> before = lives(folder);
      long life = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
      int old = Math.max(0, before.size() - KEPT_LIVES);
      for (Path gone : before.subList(0, old)) {
        delete(gone);
      }
      List<Spooled> earlier = new ArrayList<>();
      for (Path left : before.subList(old, before.size())) {
        earlier.add(new Spooled(left, node, incarnation(left), true));
      }
      Path own = Files.createDirectory(folder.resolve(life + "-" + unique()));
      return new Spool(
          guard, earlier, new Spooled(own, node, incarnation(own), false), maxBytes, clock);
    } catch (IOException e) {
      guard.close();
      throw e;
    }
  }

  /** Only one process writes there. */
  private static FileChannel guard(Path folder) throws IOException {
    Path path = folder.resolve("lock");
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // told below
    }
    channel.close();
    throw new IOException(folder + " is in use by another node");
  }

  private static List<Path> lives(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory).sorted(Comparator.comparing(Spool::number)).toList();
    }
  }

  private static long number(Path life) {
    String digits = life.getFileName().toString().replaceFirst("-.*", "");
    return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : 0;
  }

  private static String incarnation(Path life) {
    return life.getFileName().toString();
  }

  private static String unique() {
    return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void append(String machine, PartEvent event) {
    append(Type.EVENT, machine, EventCodec.encode(event));
  }

  @Override
  public void header(String machine, RunHeader header) {
    append(Type.HEADER, machine, RunTexts.pack(header));
  }

  @Override
  public void footer(String machine, RunFooter footer) {
    append(Type.FOOTER, machine, RunTexts.pack(footer));
  }

  private void append(Type type, String machine, byte[] data) {
    try {
      own.append(type, machine, clock, data, maxBytes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write down what happens to " + machine, e);
    }
  }

  /** From here on every event's clock is greater than this. */
  public void mark(long clock) {
    own.mark(clock);
  }

  /** What is known of the machine may be deleted. */
  void removed(Removal removal) throws IOException {
    for (Spooled stream : streams()) {
      stream.removed(removal);
    }
  }

  /** Bytes that no collector had yet. */
  public long backlog() {
    return own.backlog();
  }

  /** Bytes on disk. */
  public long bytes() {
    return streams().stream().mapToLong(Spooled::bytes).sum();
  }

  /** What earlier lives of the process left, oldest first, and its own stream last. */
  List<Spooled> streams() {
    List<Spooled> all = new ArrayList<>(earlier);
    all.add(own);
    return all;
  }

  @Override
  public void close() throws IOException {
    for (Spooled stream : streams()) {
      stream.close();
    }
    guard.close();
  }
}
