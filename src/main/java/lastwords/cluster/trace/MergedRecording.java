package lastwords.cluster.trace;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import lastwords.engine.recording.RecordingWriter;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.TraceRecord;

/**
 * A machine's recording: the records of its streams, merged by clock and origin up to the point
 * before which nothing more can arrive. Rewritten if something earlier does arrive, from a node
 * that was gone.
 */
final class MergedRecording implements Closeable {
  private static final int INDEXED = 64; // events between two whose place is known
  private static final int MOST_AT_ONCE = 50_000; // events merged for one reader's request

  private record Place(long clock, long offset) {}

  private final Path path;
  private final Collection<Collected> streams;
  private final List<Place> index = new ArrayList<>();
  private Optional<RecordingWriter> merged = Optional.empty();
  private Coverage coverage = new Coverage();
  private long events;
  private long indexed = -INDEXED; // of them, before the last one whose place is known
  private long newest = Long.MIN_VALUE; // clock of the last merged event
  private long generation;
  private boolean finished;
  private int term; // of the coordinator that wrote the footer

  /**
   * @param streams what to merge; more may be added later
   */
  MergedRecording(Path path, Collection<Collected> streams) {
    this.path = path;
    this.streams = streams;
  }

  /**
   * Continues merging.
   *
   * @param footer how the run ended, if known
   * @param watermarks by node: later events from there have greater clocks
   */
  void merge(RunHeader run, Optional<RunFooter> footer, ToLongFunction<String> watermarks)
      throws IOException {
    long limit = run.places().values().stream().mapToLong(watermarks).min().orElse(Long.MAX_VALUE);
    if (late() || finished && footer.isPresent() && footer.get().term() > term) {
      restart();
    }
    RecordingWriter out = writer(run);
    merge(out, limit);
    if (!finished && footer.isPresent() && allIn(run, footer.get(), watermarks)) {
      out.footer(footer.get());
      finished = true;
      term = footer.get().term();
    }
    out.flush();
  }

  /** Has something arrived that belongs before what is already merged? */
  private boolean late() throws IOException {
    for (Collected stream : streams) {
      Optional<TraceRecord> head = stream.head();
      if (head.isPresent() && (finished || head.get().clock() < newest)) {
        return true;
      }
    }
    return false;
  }

  private void restart() throws IOException {
    for (Collected stream : streams) {
      stream.rewind();
    }
    if (merged.isPresent()) {
      merged.get().close();
    }
    merged = Optional.empty();
    coverage = new Coverage();
    index.clear();
    events = 0;
    indexed = -INDEXED;
    newest = Long.MIN_VALUE;
    finished = false;
    generation++;
  }

  private RecordingWriter writer(RunHeader run) throws IOException {
    if (merged.isEmpty()) {
      merged =
          Optional.of(
              new RecordingWriter(
                  new BufferedOutputStream(Files.newOutputStream(path), 1 << 16), run));
    }
    return merged.get();
  }

  private void merge(RecordingWriter out, long limit) throws IOException {
    long until = events + MOST_AT_ONCE;
    Optional<Collected> first = first();
    while (first.isPresent()) {
      TraceRecord record = first.get().head().orElseThrow();
      boolean enough = events >= until && record.clock() > newest; // equal clocks stay together
      if (record.clock() > limit || enough) {
        return;
      }
      if (events >= indexed + INDEXED && record.clock() > newest) {
        index.add(new Place(record.clock(), out.size()));
        indexed = events;
      }
      out.record(first.get().take());
      record.events().forEach(coverage::take);
      newest = record.clock();
      events += record.events().size();
      first = first();
    }
  }

  /** The stream whose head is the earliest, by clock and origin. */
  private Optional<Collected> first() throws IOException {
    Optional<Collected> first = Optional.empty();
    for (Collected stream : streams) {
      if (stream.head().isPresent() && (first.isEmpty() || before(stream, first.get()))) {
        first = Optional.of(stream);
      }
    }
    return first;
  }

  private static boolean before(Collected one, Collected other) throws IOException {
    TraceRecord record = one.head().orElseThrow();
    TraceRecord than = other.head().orElseThrow();
    return record.clock() < than.clock()
        || record.clock() == than.clock() && record.origin() < than.origin();
  }

  /** Is the last event of every part merged, as far as it can still arrive? */
  private boolean allIn(RunHeader run, RunFooter end, ToLongFunction<String> watermarks)
      throws IOException {
    if (first().isPresent()) {
      return false;
    }
    boolean live = run.clock().equals(RunHeader.LIVE);
    for (Map.Entry<Integer, String> place : run.places().entrySet()) {
      long watermark = watermarks.applyAsLong(place.getValue());
      boolean lost = end.result().ending().lost().containsKey(place.getKey());
      boolean passed = lost && watermark >= coverage.end();
      boolean gone = watermark == Long.MAX_VALUE;
      if (live && !coverage.ended(place.getKey()) && !passed && !gone) {
        return false;
      }
    }
    return true;
  }

  /** Is everything that has arrived merged? */
  boolean upToDate() throws IOException {
    return first().isEmpty();
  }

  /** Number of merged events. */
  long events() {
    return events;
  }

  /** An offset at or before the first event from this clock on. */
  long seek(long clock) {
    long offset = 0;
    for (Place place : index) {
      if (place.clock() > clock) {
        return offset;
      }
      offset = place.offset();
    }
    return offset;
  }

  /** Reads a piece of the recording so far. */
  byte[] read(long offset, int maxBytes) throws IOException {
    long length = merged.map(RecordingWriter::size).orElse(0L) - offset;
    if (offset < 0 || length <= 0) {
      return new byte[0];
    }
    byte[] piece = new byte[(int) Math.min(length, maxBytes)];
    try (RandomAccessFile in = new RandomAccessFile(path.toFile(), "r")) {
      in.seek(offset);
      in.readFully(piece);
    }
    return piece;
  }

  /** Is that the final end of the recording? */
  boolean ends(long offset) {
    return finished && offset >= merged.map(RecordingWriter::size).orElse(0L);
  }

  /** Rises each time the recording is rewritten. */
  long generation() {
    return generation;
  }

  /** What it lacks so far, in lines; empty if it is complete. */
  List<String> missing(RunHeader run) {
    boolean live = run.clock().equals(RunHeader.LIVE);
    List<String> lines = new ArrayList<>(live ? coverage.missing(run) : List.of());
    if (!finished) {
      lines.add("its end has not arrived");
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    if (merged.isPresent()) {
      merged.get().close();
    }
  }
}
