package lastwords.cluster.trace;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.AskPattern;
import akka.cluster.typed.ClusterSingleton;
import akka.cluster.typed.SingletonActor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.TraceChunk;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.Spooled;
import lastwords.cluster.spool.TraceHealth;
import lastwords.cluster.trace.Collector.Answer;
import lastwords.cluster.trace.Collector.Command;
import lastwords.engine.RunResult;
import lastwords.engine.recording.RecordingPieces;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;

/**
 * A node's share in the cluster's trace: its shippers, perhaps the collector, and access to what is
 * collected. Reading blocks until the collector answers, so it must not be done by actors.
 */
public final class CollectedTraces {
  private static final Duration AT_ONCE = Duration.ofSeconds(1); // else there is none at present
  private static final Duration LISTING = Duration.ofSeconds(5); // of uncontrolled machines
  private static final Duration AGAIN = Duration.ofSeconds(2); // doubled each time

  private final ActorSystem<?> system;
  private final Spool spool;
  private final ActorRef<Command> collector;
  private final LongSupplier clock;
  private final Duration timeout;
  private final Map<String, Long> asked = new ConcurrentSkipListMap<>(); // clocks for settled()
  private final Map<String, Long> versions = new ConcurrentSkipListMap<>(); // of files being read

  private CollectedTraces(
      ActorSystem<?> system,
      Spool spool,
      ActorRef<Command> collector,
      LongSupplier clock,
      Duration timeout) {
    this.system = system;
    this.clock = clock;
    this.spool = spool;
    this.collector = collector;
    this.timeout = timeout;
  }

  /**
   * Starts shipping from the spool, and collecting if this node is chosen.
   *
   * @param node this node's name
   * @param clock the node's hybrid logical clock; read on the dispatcher {@code lastwords.parts},
   *     which has one thread
   * @param folder where this node's collector may write
   * @param health takes failures to collect on this node
   * @param timeout of a reader's request, which is repeated until then
   */
  public static CollectedTraces start(
      ActorSystem<?> system,
      String node,
      Spool spool,
      TraceHealth health,
      LongSupplier clock,
      Path folder,
      Duration timeout) {
    ActorRef<Command> collector =
        ClusterSingleton.get(system)
            .init(
                SingletonActor.of(
                        CollectorActor.create(folder, node, CollectorActor.PATIENCE, health),
                        "collector")
                    .withProps(DispatcherSelector.blocking())
                    .withStopMessage(Collector.Stop.STOP));
    system.systemActorOf(
        Watermarks.create(spool, clock),
        "watermarks",
        DispatcherSelector.fromConfig("lastwords.parts"));
    if (spool.sync() == Spool.Sync.BATCH) {
      system.systemActorOf(Forcing.create(spool), "forcing", DispatcherSelector.blocking());
    }
    for (Spooled stream : spool.streams()) {
      system.systemActorOf(
          Shipper.create(spool, stream, collector),
          "shipper-" + SafeFileNames.of(stream.incarnation()).replace('%', '_'),
          DispatcherSelector.blocking());
    }
    return new CollectedTraces(system, spool, collector, clock, timeout);
  }

  /** A piece of the machine's merged trace. NOT_FOUND if there are no records of such a machine. */
  public TraceChunk trace(String machine, long cursor, int maxEvents) {
    Collector.Found found = seek(machine, cursor);
    RecordingPieces pieces = new RecordingPieces(cursor, maxEvents);
    long offset = found.offset();
    boolean end = false;
    while (pieces.wantMore() && !end) {
      Collector.Piece piece = piece(machine, offset, Shipper.BATCH_BYTES);
      if (piece.version() != found.version()) {
        return new TraceChunk(Optional.empty(), List.of(), cursor, false);
      }
      take(pieces, piece.bytes(), machine);
      offset += piece.bytes().length;
      end = piece.end();
      if (piece.bytes().length == 0) {
        break;
      }
    }
    boolean over = end && !pieces.wantLess();
    Optional<RunHeader> header = cursor <= 0 ? pieces.header() : Optional.empty();
    return new TraceChunk(header, pieces.events(), pieces.next(), over);
  }

  private static void take(RecordingPieces pieces, byte[] bytes, String machine) {
    try {
      pieces.add(bytes);
    } catch (IOException e) {
      throw new IllegalStateException("the recording of " + machine + " is no recording", e);
    }
  }

  /**
   * A piece of the machine's recording file. CONFLICT if the file was rewritten since its beginning
   * was read.
   */
  public RecordingChunk recording(String machine, long offset, int maxBytes) {
    Collector.Found found = seek(machine, Long.MIN_VALUE);
    if (offset == 0) {
      versions.put(machine, found.version());
    }
    boolean other = !versions.getOrDefault(machine, found.version()).equals(found.version());
    Collector.Piece piece = piece(machine, offset, maxBytes);
    if (other || piece.version() != found.version()) {
      throw new NodeException(
          Kind.CONFLICT, "the recording of " + machine + " was rewritten; fetch it from the start");
    }
    return new RecordingChunk(piece.bytes(), piece.end());
  }

  /** What the machine's recording lacks, in one line; empty if it is complete. */
  public String missing(String machine) {
    Collector.Checked checked =
        ask(replyTo -> new Collector.Check(machine, replyTo), Collector.Checked.class);
    if (!checked.known()) {
      return "it has no recording";
    }
    return String.join("; ", checked.missing());
  }

  /** Has everything arrived that the nodes present have recorded of a machine up to now? */
  public boolean settled(String machine) {
    long now = asked.computeIfAbsent(machine, it -> clock.getAsLong());
    boolean settled =
        ask(replyTo -> new Collector.Settle(machine, now, replyTo), Collector.Settled.class)
            .settled();
    if (settled) {
      asked.remove(machine);
    }
    return settled;
  }

  /** All machines with records, as they appear when no node controls them. */
  public List<MachineInfo> machines() {
    List<MachineInfo> all = new ArrayList<>();
    String after = "";
    do {
      String last = after;
      Collector.Known known =
          ask(replyTo -> new Collector.Machines(last, replyTo), Collector.Known.class, LISTING);
      all.addAll(known.machines());
      after = known.next();
    } while (!after.isEmpty());
    return all;
  }

  /** A machine's result, once its recording is complete. */
  public Optional<RunResult> result(String machine) {
    Collector.Concluded concluded =
        ask(replyTo -> new Collector.Result(machine, replyTo), Collector.Concluded.class);
    return concluded.footer().map(CollectedTraces::result);
  }

  private static RunResult result(byte[] footer) {
    try {
      return RunTexts.footer(footer).result();
    } catch (IOException e) {
      throw new IllegalStateException("a footer that was packed cannot be read", e);
    }
  }

  /** The collector's node; empty if there is none at present. */
  public String collector() {
    try {
      return ask(Collector.Where::new, Collector.Here.class, AT_ONCE).node();
    } catch (NodeException e) {
      return "";
    }
  }

  /** Deletes a machine's records on all nodes. */
  public void remove(String machine) {
    versions.remove(machine);
    Removal removal = new Removal(machine, clock.getAsLong());
    ask(replyTo -> new Collector.Remove(removal, replyTo), Collector.Removed.class);
  }

  /** Waits until the collector has everything that this node has spooled, or until a timeout. */
  public boolean drain(Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (spool.backlog() > 0 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    return spool.backlog() == 0;
  }

  private Collector.Found seek(String machine, long clock) {
    Collector.Found found =
        ask(replyTo -> new Collector.Seek(machine, clock, replyTo), Collector.Found.class);
    if (!found.known()) {
      throw new NodeException(Kind.NOT_FOUND, "no records of a machine '" + machine + "'");
    }
    return found;
  }

  private Collector.Piece piece(String machine, long offset, int maxBytes) {
    return ask(
        replyTo -> new Collector.Read(machine, offset, maxBytes, replyTo), Collector.Piece.class);
  }

  private <T> T ask(Function<ActorRef<Answer>, Command> question, Class<T> type) {
    return ask(question, type, timeout);
  }

  /**
   * Repeats a request until it is answered. A collector that moves loses requests, and a busy one
   * answers late; so earlier requests still count, and the first answer is taken.
   */
  private <T> T ask(
      Function<ActorRef<Answer>, Command> question, Class<T> type, Duration patience) {
    CompletableFuture<Answer> first = new CompletableFuture<>();
    long deadline = System.nanoTime() + patience.toNanos();
    long pause = AGAIN.toNanos();
    while (!first.isDone() && System.nanoTime() < deadline) {
      Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      AskPattern.<Command, Answer>ask(collector, question::apply, left, system.scheduler())
          .thenAccept(first::complete);
      await(first, Math.min(pause, left.toNanos()));
      pause *= 2;
    }
    return checked(first.getNow(new Collector.Failed("", "")), type, patience);
  }

  private static void await(CompletableFuture<Answer> answer, long nanos) {
    try {
      answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // asked again
    } catch (ExecutionException e) {
      throw new IllegalStateException("answers do not fail", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeException(Kind.UNAVAILABLE, "interrupted while the collector was asked");
    }
  }

  private static <T> T checked(Answer answer, Class<T> type, Duration patience) {
    if (type.isInstance(answer)) {
      return type.cast(answer);
    }
    Collector.Failed failed = (Collector.Failed) answer;
    String silent =
        "the collector of the trace has not answered for " + patience.toSeconds() + " s";
    String broken = "the collector of the trace on " + failed.node() + " fails: " + failed.why();
    throw new NodeException(Kind.UNAVAILABLE, failed.node().isEmpty() ? silent : broken);
  }
}
