package lastwords.cluster.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
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
import lastwords.cluster.spool.SpoolRecord.Type;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.trace.TraceRecord;

/**
 * A node's spool: what happens on the node is on its disk before it goes anywhere else. Each
 * process has its own folder, called a life; what earlier lives left behind is still shipped.
 * Thread-safe.
 */
public final class Spool implements EventLog, AutoCloseable {
  /** Default of {@code lastwords.spool.max-bytes}: bytes that may wait for the collector. */
  public static final long MAX_BYTES = 256L << 20;

  private static final int KEPT_LIVES = 8; // of earlier processes; older ones are deleted

  private static final String GUARD = "lock";
  private static final String LIFE = "\\d{1,15}-[0-9a-z]+"; // the name of a life's folder

  /** When records are forced to disk, to survive a power cut. */
  public enum Sync {
    /** Whenever the operating system does it. */
    NEVER,
    /** Ten times a second, as one batch. */
    BATCH
  }

  private final FileChannel guard;
  private final List<Spooled> earlier;
  private final Spooled own;
  private final Settings settings;
  private final TraceHealth health;
  private final LongSupplier clock;

  /**
   * How a spool is kept.
   *
   * @param maxBytes bytes that may wait for the collector before writers block
   */
  public record Settings(long maxBytes, Sync sync) {}

  private Spool(
      FileChannel guard,
      List<Spooled> earlier,
      Spooled own,
      Settings settings,
      TraceHealth health,
      LongSupplier clock) {
    this.guard = guard;
    this.earlier = List.copyOf(earlier);
    this.own = own;
    this.settings = settings;
    this.health = health;
    this.clock = clock;
  }

  /**
   * Opens a node's spool, with all valid records in it.
   *
   * @param folder used by this node only; created if missing
   * @param node the node's name
   * @param health takes what had to be repaired, and what is lost later
   * @param clock the node's hybrid logical clock
   */
  public static Spool open(
      Path folder, String node, Settings settings, TraceHealth health, LongSupplier clock)
      throws IOException {
    Files.createDirectories(folder);
    FileChannel guard = guard(folder);
    try {
      List<Path> before = lives(folder, health);
      long life = before.isEmpty() ? 1 : number(before.get(before.size() - 1)) + 1;
      int old = Math.max(0, before.size() - KEPT_LIVES);
      for (Path gone : before.subList(0, old)) {
        delete(gone);
      }
      List<Spooled> earlier = earlier(before.subList(old, before.size()), node, health);
      Path own = Files.createDirectory(folder.resolve(life + "-" + unique()));
      Spooled stream = Spooled.begin(own, node, settings.sync() == Sync.BATCH);
      return new Spool(guard, earlier, stream, settings, health, clock);
    } catch (IOException e) {
      guard.close();
      throw e;
    }
  }

  private static List<Spooled> earlier(List<Path> lives, String node, TraceHealth health) {
    List<Spooled> earlier = new ArrayList<>();
    for (Path left : lives) {
      try {
        earlier.add(Spooled.earlier(left, node, health::notice));
      } catch (IOException e) {
        health.notice(left + " cannot be read (" + e.getMessage() + "): it is omitted");
      }
    }
    return earlier;
  }

  /** Makes sure that only one process writes there. */
  private static FileChannel guard(Path folder) throws IOException {
    Path path = folder.resolve(GUARD);
    FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      // reported below
    }
    channel.close();
    throw new IOException(folder + " is in use by another node");
  }

  private static List<Path> lives(Path folder, TraceHealth health) throws IOException {
    List<Path> lives = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.sorted().toList()) {
        String name = path.getFileName().toString();
        if (name.matches(LIFE) && Files.isDirectory(path)) {
          lives.add(path);
        } else if (!name.equals(GUARD)) {
          health.notice(path + " is not a file of the spool: ignored");
        }
      }
    }
    lives.sort(Comparator.comparing(Spool::number));
    return lives;
  }

  private static long number(Path life) {
    return Long.parseLong(life.getFileName().toString().replaceFirst("-.*", ""));
  }

  private static String unique() {
    return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  }

  public static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public void append(String machine, TraceRecord record) {
    try {
      own.append(machine, clock, record, settings.maxBytes());
    } catch (IOException e) {
      failed(machine, e);
    }
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
      own.append(type, machine, clock, data, settings.maxBytes());
    } catch (IOException e) {
      failed(machine, e);
    }
  }

  private void failed(String machine, IOException e) {
    if (e instanceof ClosedChannelException) {
      throw new UncheckedIOException("the node has ended: " + machine + " cannot continue", e);
    }
    health.lost(machine, e); // the machine continues, as hardware would
  }

  /** Later events have greater clocks. */
  public void mark(long clock) {
    own.mark(clock);
  }

  /** The machine's records may be deleted. */
  public void removed(Removal removal) {
    for (Spooled stream : streams()) {
      try {
        stream.removed(removal);
      } catch (IOException e) {
        health.lost(removal.machine(), e);
      }
    }
    health.removed(removal.machine());
  }

  /** When records are forced to disk. */
  public Sync sync() {
    return settings.sync();
  }

  /** Forces what was written so far to disk, if the settings say so. */
  public void force() {
    try {
      own.force();
    } catch (IOException e) {
      health.unforced(e);
    }
  }

  /** Bytes that no collector has had yet. */
  public long backlog() {
    return own.backlog();
  }

  /** Bytes on disk. */
  public long bytes() {
    return streams().stream().mapToLong(Spooled::bytes).sum();
  }

  /** The streams of earlier lives, oldest first, then the current one. */
  public List<Spooled> streams() {
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
