package lastwords.cluster.trace;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.spool.SpoolRecord;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.scenario.Bundle;

/** The collector's data of one machine: the records of each stream, and the merged recording. */
final class MachineTrace implements Closeable {
  private static final String EVENTS = ".events";
  private static final String MERGED = "recording.lwr";
  private static final String UNCONTROLLED =
      "all nodes that controlled it have stopped; their records remain";

  private final Path folder;
  private final Consumer<String> notices;
  private final Map<String, Collected> streams = new TreeMap<>();
  private final MergedRecording recording;
  private Optional<RunHeader> header = Optional.empty();
  private byte[] packedHeader = {}; // that it was read from; empty if from a file
  private Optional<RunFooter> footer = Optional.empty();

  /**
   * Opens a folder, existing or new.
   *
   * @param notices takes a line for each repair
   */
  MachineTrace(Path folder, Consumer<String> notices) throws IOException {
    this.notices = notices;
    this.folder = Files.createDirectories(folder);
    this.recording = new MergedRecording(folder.resolve(MERGED), streams.values());
    header = whole("header", RunTexts::header);
    footer = whole("footer", RunTexts::footer);
    try (Stream<Path> all = Files.list(folder)) {
      for (Path path : all.filter(it -> it.toString().endsWith(EVENTS)).sorted().toList()) {
        String name = path.getFileName().toString();
        streams.put(
            name.substring(0, name.length() - EVENTS.length()), new Collected(path, notices));
      }
    }
  }

  /** Reads what is packed. */
  @FunctionalInterface
  private interface Unpacking<T> {
    T unpack(byte[] packed) throws IOException;
  }

  private <T> Optional<T> whole(String name, Unpacking<T> unpacking) throws IOException {
    Path path = folder.resolve(name);
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return Optional.of(unpacking.unpack(Files.readAllBytes(path)));
    } catch (IOException e) {
      Path aside = CollectedMachines.aside(path);
      Files.move(path, aside);
      notices.accept(path + " is damaged: set aside as " + aside.getFileName());
      return Optional.empty();
    }
  }

  /** A record's content; empty if it cannot be read, for example from another version. */
  private <T> Optional<T> said(
      String stream, SpoolRecord record, Unpacking<T> unpacking, byte[] data) {
    try {
      return Optional.of(unpacking.unpack(data));
    } catch (IOException e) {
      String what = record.type() + " of " + record.machine() + " from " + stream;
      notices.accept("the " + what + " cannot be read (" + e.getMessage() + "): omitted");
      return Optional.empty();
    }
  }

  /**
   * Stores a record.
   *
   * @param stream file name for the stream that it comes from
   * @param number in that stream
   * @param last the record's last piece
   * @param data the whole record's data
   */
  void store(String stream, long number, SpoolRecord last, byte[] data) throws IOException {
    switch (last.type()) {
      case EVENT -> {
        if (!streams.containsKey(stream)) {
          streams.put(stream, new Collected(folder.resolve(stream + EVENTS), notices));
        }
        streams.get(stream).store(number, data);
      }
      case HEADER -> storeHeader(stream, last, data);
      case FOOTER -> {
        Optional<RunFooter> said = said(stream, last, RunTexts::footer, data);
        if (said.isPresent() && said.get().term() >= footer.map(RunFooter::term).orElse(0)) {
          keep("footer", data);
          footer = said;
        }
      }
      default -> throw new IllegalStateException("nothing to keep: " + last.type());
    }
  }

  /** Every node that hosts parts tells the same header, with all sources of the kernel. */
  private void storeHeader(String stream, SpoolRecord last, byte[] data) throws IOException {
    if (Arrays.equals(data, packedHeader)) {
      return;
    }
    Optional<RunHeader> said = said(stream, last, RunTexts::header, data);
    if (said.isPresent()) {
      keep("header", data);
      header = said;
      packedHeader = data;
    }
  }

  /** Makes what is stored survive this process. */
  void flush() throws IOException {
    for (Collected stream : streams.values()) {
      stream.flush();
    }
  }

  /** Stores a file atomically. */
  private void keep(String name, byte[] data) throws IOException {
    Path draft = Files.write(folder.resolve(name + ".new"), data);
    Files.move(draft, folder.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Continues merging.
   *
   * @param watermarks by node: later events from there have greater clocks
   */
  void merge(ToLongFunction<String> watermarks) throws IOException {
    if (header.isEmpty()) {
      return;
    }
    recording.merge(header.get(), footer, watermarks);
  }

  /**
   * Is everything merged that was recorded up to then?
   *
   * @param then a node's clock
   * @param watermarks by node: later events from there have greater clocks
   */
  boolean settled(long then, ToLongFunction<String> watermarks) throws IOException {
    merge(watermarks);
    return header.isPresent()
        && header.get().places().values().stream()
            .allMatch(it -> watermarks.applyAsLong(it) >= then)
        && recording.upToDate();
  }

  /** How the run ended, if known. */
  Optional<RunFooter> footer() {
    return footer;
  }

  /** The machine as it appears when no node controls it; empty if its header has not arrived. */
  Optional<MachineInfo> info() {
    return header.map(it -> info(it, footer));
  }

  private static MachineInfo info(RunHeader run, Optional<RunFooter> end) {
    Bundle bundle = run.bundle();
    return new MachineInfo(
        run.id(),
        run.machine(),
        bundle.scenario(),
        bundle.variant(),
        bundle.kernel(),
        bundle.machine().name(),
        run.clock().equals(RunHeader.LIVE) ? Clock.LIVE : Clock.LOCK_STEP,
        end.isPresent() ? State.ENDED : State.FAILED,
        "",
        run.seed(),
        run.speed(),
        end.map(it -> it.result().virtualNanos()).orElse(0L),
        end.map(it -> it.result().outcome().summary()).orElse(UNCONTROLLED),
        run.places(),
        List.of());
  }

  /** The merged recording. */
  MergedRecording recording() {
    return recording;
  }

  /** What the recording lacks so far, in lines; empty if it is complete. */
  List<String> missing() {
    if (header.isEmpty()) {
      return List.of("its start has not arrived");
    }
    return recording.missing(header.get());
  }

  @Override
  public void close() throws IOException {
    for (Collected stream : streams.values()) {
      stream.close();
    }
    recording.close();
  }
}
