package lastwords.cluster.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import lastwords.cluster.spool.SpoolRecord.Type;
import lastwords.trace.TraceRecord;

/**
 * One stream of a node's spool: the records of one life. Keeps everything until the collector has
 * it and the machine is removed, since another collector may request it again. Thread-safe.
 */
public final class Spooled implements Closeable {
  private static final int MOST_REMOVED = 1000; // reported to others
  private static final int MARKED = 64; // the position of every 64th record is known

  /**
   * Records on their way to the collector.
   *
   * @param to number of the record after them
   * @param records those that are still needed
   * @param watermark later records have greater clocks; Long.MIN_VALUE if unknown
   */
  public record Piece(long to, List<StreamLog.Numbered> records, long watermark) {}

  private record Mark(long number, long value) {}

  private final String node;
  private final String incarnation;
  private final StreamLog log;
  private final boolean over; // its process is dead: nothing will be added
  private final Map<String, Long> removed = new TreeMap<>(); // machines, and when
  private final Deque<Mark> clocks = new ArrayDeque<>();
  private final Deque<Mark> places = new ArrayDeque<>();
  private final EventRecord encoded = new EventRecord();
  private Mark watermark = new Mark(0, Long.MIN_VALUE); // as far as it was shipped
  private long acknowledged; // number up to which some collector has had everything
  private long acknowledgedBytes;
  private long written;
  private boolean closed;

  private Spooled(String node, String incarnation, StreamLog log, boolean over) {
    this.node = node;
    this.incarnation = incarnation;
    this.log = log;
    this.over = over;
  }

  /**
   * Creates the stream of a new life.
   *
   * @param folder of the stream
   * @param sync whether it is forced to disk
   */
  static Spooled begin(Path folder, String node, boolean sync) throws IOException {
    return new Spooled(node, name(folder), StreamLog.create(folder, sync), false);
  }

  /**
   * Opens the stream of an earlier life.
   *
   * @param notices takes a line for each repair
   */
  static Spooled earlier(Path folder, String node, Consumer<String> notices) throws IOException {
    StreamLog log = StreamLog.open(folder, notices);
    Spooled stream = new Spooled(node, name(folder), log, true);
    log.forEach((at, record) -> stream.recall(SpoolRecord.of(record)));
    return stream;
  }

  private static String name(Path folder) {
    return folder.getFileName().toString();
  }

  private void recall(SpoolRecord record) {
    if (record.type() == Type.REMOVED) {
      removed.merge(record.machine(), record.clock(), Math::max);
    }
  }

  public String node() {
    return node;
  }

  public String incarnation() {
    return incarnation;
  }

  /** Appends a record; blocks while more than {@code maxBytes} wait for the collector. */
  synchronized void append(
      Type type, String machine, LongSupplier clock, byte[] data, long maxBytes)
      throws IOException {
    awaitRoom(maxBytes);
    if (closed) {
      throw new ClosedChannelException();
    }
    write(type, machine, clock.getAsLong(), data);
  }

  /** As above, for the parts' records. */
  synchronized void append(String machine, LongSupplier clock, TraceRecord record, long maxBytes)
      throws IOException {
    awaitRoom(maxBytes);
    if (closed) {
      throw new ClosedChannelException();
    }
    long now = clock.getAsLong();
    encoded.set(machine, now, record);
    Optional<byte[]> tooLong = encoded.tooLong();
    if (tooLong.isPresent()) {
      write(Type.EVENT, machine, now, tooLong.get());
    } else {
      write(encoded.array(), encoded.size(), machine, now);
    }
  }

  private void write(Type type, String machine, long clock, byte[] data) throws IOException {
    for (byte[] piece : SpoolRecord.pieces(type, machine, clock, data)) {
      write(piece, piece.length, machine, clock);
    }
  }

  private void write(byte[] piece, int size, String machine, long clock) throws IOException {
    long number = log.append(piece, size, machine, clock);
    written += size + RecordFile.FRAME;
    if (number % MARKED == 0) {
      places.add(new Mark(number + 1, written));
    }
  }

  private void awaitRoom(long maxBytes) {
    boolean interrupted = false;
    while (!closed && written - acknowledgedBytes > maxBytes && !interrupted) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true; // stop waiting, but keep the record
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Forces what was written so far to disk; does not block writers. */
  void force() throws IOException {
    StreamLog.Unforced unforced;
    synchronized (this) {
      unforced = log.unforced();
    }
    if (unforced.names().isPresent()) {
      RecordFile.forceFolder(unforced.names().get());
    }
    for (MappedRecordFile full : unforced.full()) {
      full.force();
      full.close();
    }
    if (unforced.growing().isPresent()) {
      unforced.growing().get().force();
    }
  }

  /** Bytes that no collector has had yet. */
  synchronized long backlog() {
    return written - acknowledgedBytes;
  }

  /** Later records have greater clocks. */
  synchronized void mark(long clock) {
    if (!clocks.isEmpty() && clocks.peekLast().number() == log.next()) {
      clocks.pollLast(); // nothing has happened since
    }
    clocks.add(new Mark(log.next(), clock));
  }

  public synchronized Piece read(long from, int maxBytes) throws IOException {
    List<StreamLog.Numbered> all = log.read(from, maxBytes);
    long to = all.isEmpty() ? Math.max(from, log.next()) : all.get(all.size() - 1).number() + 1;
    List<StreamLog.Numbered> needed = new ArrayList<>();
    for (StreamLog.Numbered record : all) {
      SpoolRecord read = SpoolRecord.of(record.record());
      if (!unneeded(read.machine(), read.clock())) {
        needed.add(record);
      }
    }
    return new Piece(to, List.copyOf(needed), watermark(to));
  }

  private long watermark(long to) {
    if (over) {
      return to == log.next() ? Long.MAX_VALUE : Long.MIN_VALUE;
    }
    while (!clocks.isEmpty() && clocks.peek().number() <= to) {
      watermark = clocks.poll();
    }
    return watermark.number() <= to ? watermark.value() : Long.MIN_VALUE; // of a new collector
  }

  /** A collector has everything before this number. */
  public synchronized void acknowledged(long next) throws IOException {
    acknowledged = Math.max(acknowledged, next);
    while (!places.isEmpty() && places.peek().number() <= acknowledged) {
      acknowledgedBytes = places.poll().value();
    }
    if (acknowledged == log.next()) {
      acknowledgedBytes = written;
    }
    log.delete(acknowledged, this::unneeded);
    notifyAll();
  }

  /** Records of the machine up to then are no longer needed. */
  public synchronized void removed(Removal removal) throws IOException {
    long known = removed.getOrDefault(removal.machine(), Long.MIN_VALUE);
    if (closed || known >= removal.clock()) {
      return;
    }
    removed.put(removal.machine(), removal.clock());
    if (!over) {
      write(Type.REMOVED, removal.machine(), removal.clock(), new byte[0]);
    }
    if (!over && !log.needsNewest(this::unneeded)) {
      log.begin();
    }
    log.delete(acknowledged, this::unneeded);
  }

  private boolean unneeded(String machine, long clock) {
    return removed.containsKey(machine);
  }

  /** The removed machines, most recent last. */
  public synchronized List<Removal> removed() {
    List<Removal> all = new ArrayList<>();
    removed.forEach((machine, clock) -> all.add(new Removal(machine, clock)));
    all.sort(Comparator.comparing(Removal::clock));
    return all.subList(Math.max(0, all.size() - MOST_REMOVED), all.size());
  }

  /** Bytes on disk. */
  synchronized long bytes() {
    return log.bytes();
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    notifyAll();
    log.close();
  }
}
