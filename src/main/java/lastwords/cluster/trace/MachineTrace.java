package lastwords.cluster.trace;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import lastwords.engine.recording.RecordingWriter;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.trace.PartEvent;

/**
 * All that the collector has of one machine: what came from each stream, and the recording into
 * which that is merged, by clock and origin, as far as nothing earlier can still come.
 */
final class MachineTrace implements Closeable {
  private static final int INDEXED = 64; // every so-manieth event's place is known
  private static final int MOST_AT_ONCE = 50_000; // events merged for one reader's request
  private static final String EVENTS = ".events";
  private static final String MERGED = "recording.lwr";

  private record Place(long clock, long offset) {}

  private final Path folder;
  private final Map<String, Collected> streams = new TreeMap<>();
  private Optional<RunHeader> header = Optional.empty();
  private Optional<RunFooter> footer = Optional.empty();
  private Optional<RecordingWriter> merged = Optional.empty();
  private Coverage coverage = new Coverage();
  private final List<Place> index = new ArrayList<>();
  private long events;
  private long newest = Long.MIN_VALUE; // clock of the last merged event
  private long generation;
  private boolean finished;
  private long clock = Long.MIN_VALUE; // of the newest record

  /** Opens what is in a folder, or a new one. */
  MachineTrace(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    header = whole("header").map(MachineTrace::header);
    footer = whole("footer").map(MachineTrace::footer);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.filter(it -> it.toString().endsWith(EVENTS)).sorted().toList()) {
        String name = path.getFileName().toString();
        streams.put(name.substring(0, name.length() - EVENTS.length()), new Collected(path));
      }
    }
  }

  private Optional<byte[]> whole(String name) throws IOException {
    Path path = folder.resolve(name);
    return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
  }

  private static RunHeader header(byte[] packed) {
    try {
      return RunTexts.header(packed);
    } catch (IOException e) {
      throw new IllegalStateException("a header that was written cannot be read", e);
    }
  }

  private static RunFooter footer(byte[] packed) {
    try {
      return RunTexts.footer(packed);
    } catch (IOException e) {
      throw new IllegalStateException("a footer that was written cannot be read", e);
    }
  }

  /**
   * Keeps a record.
   *
   * @param stream file name for the stream that it comes from
   * @param number in that stream
   * @param last its last piece
   * @param data all of it
   */
  void store(String stream, long number, SpoolRecord last, byte[] data) throws IOException {
    clock = Math.max(clock, last.clock());
    switch (last.type()) {
      case EVENT -> {
        if (!streams.containsKey(stream)) {
          streams.put(stream, new Collected(folder.resolve(stream + EVENTS)));
        }
        streams.get(stream).store(number, data);
      }
      case HEADER -> {
        keep("header", data);
        header = Optional.of(header(data));
      }
      case FOOTER -> {
        keep("footer", data);
        footer = Optional.of(footer(data));
      }
      default -> throw new IllegalStateException("nothing to keep: " + last.type());
    }
  }

  /** Makes what is kept survive this process. */
  void flush() throws IOException {
    for (Collected stream : streams.values()) {
      stream.flush();
    }
  }

  /** Whole or not at all, whenever the process dies. */
  private void keep(String name, byte[] data) throws IOException {
    Path draft = Files.write(folder.resolve(name + ".new"), data);
    Files.move(draft, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Goes on merging.
   *
   * @param watermarks by node: every event that still comes from there has a greater clock
   */
  void merge(ToLongFunction<String> watermarks) throws IOException {
    if (header.isEmpty()) {
      return;
    }
    RunHeader run = header.get();
    long limit = run.places().values().stream().mapToLong(watermarks).min().orElse(Long.MAX_VALUE);
    if (late()) {
      restart();
    }
    RecordingWriter out = writer(run);
    merge(out, limit);
    if (!finished && footer.isPresent() && allIn(run, footer.get(), watermarks)) {
      out.footer(footer.get());
      finished = true;
    }
    out.flush();
  }

  /** Has something come that belongs before what is merged already? From a node that was gone. */
  private boolean late() throws IOException {
    for (Collected stream : streams.values()) {
      Optional<PartEvent> head = stream.head();
      if (head.isPresent() && (finished || head.get().clock() < newest)) {
        return true;
      }
    }
    return false;
  }

  private void restart() throws IOException {
    for (Collected stream : streams.values()) {
      stream.rewind();
    }
    if (merged.isPresent()) {
      merged.get().close();
    }
    merged = Optional.empty();
    coverage = new Coverage();
    index.clear();
    events = 0;
    newest = Long.MIN_VALUE;
    finished = false;
    generation++;
  }

  private RecordingWriter writer(RunHeader run) throws IOException {
    if (merged.isEmpty()) {
      Path path = folder.resolve(MERGED);
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
      PartEvent event = first.get().head().orElseThrow();
      boolean enough = events >= until && event.clock() > newest; // equal clocks stay together
      if (event.clock() > limit || enough) {
        return;
      }
      if (events % INDEXED == 0 && event.clock() > newest) {
        index.add(new Place(event.clock(), out.size()));
      }
      out.event(first.get().take());
      coverage.take(event);
      newest = event.clock();
      events++;
      first = first();
    }
  }

  /** The stream whose head is the earliest, by clock and origin. */
  private Optional<Collected> first() throws IOException {
    Optional<Collected> first = Optional.empty();
    for (Collected stream : streams.values()) {
      if (stream.head().isPresent() && (first.isEmpty() || before(stream, first.get()))) {
        first = Optional.of(stream);
      }
    }
    return first;
  }

  private static boolean before(Collected one, Collected other) throws IOException {
    PartEvent event = one.head().orElseThrow();
    PartEvent than = other.head().orElseThrow();
    return event.clock() < than.clock()
        || event.clock() == than.clock() && event.origin() < than.origin();
  }

  /** Is every part's last event merged, of those that can still come? */
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

  /** The node's clock at the newest record. */
  long clock() {
    return clock;
  }

  /** How many events are merged. */
  long events() {
    return events;
  }

  /** Where in the recording to look for events from this clock on. */
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

  /** A piece of the recording so far. */
  byte[] read(long offset, int maxBytes) throws IOException {
    long length = merged.map(RecordingWriter::size).orElse(0L) - offset;
    if (offset < 0 || length <= 0) {
      return new byte[0];
    }
    byte[] piece = new byte[(int) Math.min(length, maxBytes)];
    try (RandomAccessFile in = new RandomAccessFile(folder.resolve(MERGED).toFile(), "r")) {
      in.seek(offset);
      in.readFully(piece);
    }
    return piece;
  }

  /** Does the recording so far end there, and stay so? */
  boolean ends(long offset) {
    return finished && offset >= merged.map(RecordingWriter::size).orElse(0L);
  }

  /** Rises when the recording was written anew, from its beginning. */
  long generation() {
    return generation;
  }

  /** What the recording lacks so far, in lines; empty when it is whole. */
  List<String> missing() {
    if (header.isEmpty()) {
      return List.of("its beginning has not come");
    }
    boolean live = header.get().clock().equals(RunHeader.LIVE);
    List<String> lines = new ArrayList<>(live ? coverage.missing(header.get()) : List.of());
    if (!finished) {
      lines.add("its end has not come");
    }
    return lines;
  }

  @Override
  public void close() throws IOException {
    for (Collected stream : streams.values()) {
      stream.close();
    }
    if (merged.isPresent()) {
      merged.get().close();
    }
  }
}
