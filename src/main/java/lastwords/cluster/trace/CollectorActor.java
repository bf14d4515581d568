package lastwords.cluster.trace;

import akka.actor.typed.Behavior;
import akka.actor.typed.PostStop;
import akka.actor.typed.PreRestart;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.SpoolRecord;
import lastwords.cluster.spool.SpoolRecord.Type;
import lastwords.cluster.spool.TraceHealth;
import lastwords.cluster.trace.Collector.Command;
import lastwords.cluster.trace.Sources.Source;
import lastwords.engine.recording.RunTexts;

/**
 * The collector, a cluster singleton: stores the records of all nodes, each once, and merges them
 * by causality. It acknowledges what is in its files. When it moves, it starts without files and
 * requests everything from every spool, so the records of all live nodes are complete again.
 */
final class CollectorActor extends AbstractBehavior<Command> {
  /** Nodes not heard of for so long after the start count as gone. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int MOST_AT_ONCE = 100; // machines in a message
  private static final Duration LEAST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MOST_BACKOFF = Duration.ofSeconds(20);

  private final Path folder;
  private final String node;
  private final long epoch = System.currentTimeMillis() << 20;
  private final Sources sources;
  private final TreeMap<String, MachineTrace> machines = new TreeMap<>();
  private final Removals removed = new Removals();
  private final TraceHealth health;

  /**
   * @param folder of its own on this node
   * @param node this node's name
   * @param patience how long after the start a node not heard of is waited for
   * @param health takes failures to collect
   */
  static Behavior<Command> create(Path folder, String node, Duration patience, TraceHealth health) {
    Behavior<Command> collector =
        Behaviors.setup(
            context -> {
              context.getLog().info("the trace is collected here");
              return started(context, folder, node, patience, health);
            });
    return Behaviors.supervise(collector)
        .onFailure(
            Exception.class,
            SupervisorStrategy.restartWithBackoff(LEAST_BACKOFF, MOST_BACKOFF, 0.1));
  }

  private static CollectorActor started(
      ActorContext<Command> context,
      Path folder,
      String node,
      Duration patience,
      TraceHealth health)
      throws IOException {
    try {
      return new CollectorActor(context, folder, node, patience, health);
    } catch (IOException | RuntimeException e) {
      health.collectorFailed(e);
      throw e;
    }
  }

  private CollectorActor(
      ActorContext<Command> context,
      Path folder,
      String node,
      Duration patience,
      TraceHealth health)
      throws IOException {
    super(context);
    this.sources = new Sources(patience);
    this.node = node;
    this.health = health;
    this.folder = Files.createDirectories(folder);
    probe();
    machines.putAll(new CollectedMachines(folder, health::notice).open());
  }

  /** Finds out at the start whether the folder can be written. */
  private void probe() throws IOException {
    Path file = folder.resolve(CollectedMachines.PROBE);
    Files.write(file, new byte[1]);
    Files.delete(file);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Collector.Hello.class, this::onHello)
        .onMessage(Collector.Batch.class, it -> guarded(this::onBatch, it))
        .onMessage(Collector.Seek.class, it -> answered(this::onSeek, it))
        .onMessage(Collector.Read.class, it -> answered(this::onRead, it))
        .onMessage(Collector.Check.class, it -> answered(this::onCheck, it))
        .onMessage(Collector.Settle.class, it -> answered(this::onSettle, it))
        .onMessage(Collector.Machines.class, it -> answered(this::onMachines, it))
        .onMessage(Collector.Result.class, it -> answered(this::onResult, it))
        .onMessage(Collector.Remove.class, it -> answered(this::onRemove, it))
        .onMessage(Collector.Where.class, this::onWhere)
        .onMessage(Collector.Gone.class, this::onGone)
        .onMessage(Collector.Stop.class, stop -> stopped())
        .onSignal(PostStop.class, signal -> closed())
        .onSignal(PreRestart.class, signal -> closed())
        .build();
  }

  /** An action that fails if a disk does. */
  @FunctionalInterface
  private interface Handler<T> {
    Behavior<Command> on(T message) throws IOException;
  }

  /** Reports a failure before the actor is restarted. */
  private <T> Behavior<Command> guarded(Handler<T> handler, T message) throws IOException {
    try {
      return handler.on(message);
    } catch (IOException | RuntimeException e) {
      health.collectorFailed(e);
      throw e;
    }
  }

  private <T extends Collector.Question> Behavior<Command> answered(Handler<T> handler, T question)
      throws IOException {
    try {
      return guarded(handler, question);
    } catch (IOException | RuntimeException e) {
      question.replyTo().tell(new Collector.Failed(node, health.collectorFailure()));
      throw e;
    }
  }

  private Behavior<Command> stopped() {
    health.collectorLeft();
    return Behaviors.stopped();
  }

  private Behavior<Command> closed() throws IOException {
    for (MachineTrace machine : machines.values()) {
      machine.close();
    }
    return this;
  }

  private Behavior<Command> onHello(Collector.Hello hello) throws IOException {
    String name = SafeFileNames.of(hello.node(), hello.incarnation());
    Source source =
        sources.get(name).orElseGet(() -> sources.add(name, hello.node(), hello.shipper()));
    getContext().unwatch(source.shipper);
    source.shipper = hello.shipper(); // the node may be back, with its earlier records
    getContext().watchWith(hello.shipper(), new Collector.Gone(name, hello.shipper()));
    source.open = true;
    for (Removal removal : hello.removed()) {
      forget(removal);
    }
    resume(source);
    return this;
  }

  private void resume(Source source) {
    source.shipper.tell(
        new Shipper.Resume(epoch, source.next, removed.all(), getContext().getSelf()));
  }

  private Behavior<Command> onBatch(Collector.Batch batch) throws IOException {
    Optional<Source> known = sources.get(SafeFileNames.of(batch.node(), batch.incarnation()));
    if (known.isEmpty() || batch.epoch() != epoch) {
      return this; // its shipper will look for the collector
    }
    Source source = known.get();
    if (batch.from() > source.next) {
      resume(source);
      return this;
    }
    store(source, batch);
    source.next = Math.max(source.next, batch.to());
    source.watermark = Math.max(source.watermark, batch.watermark());
    health.collected(batch.records().length > 0);
    source.shipper.tell(new Shipper.Stored(epoch, batch.to()));
    return this;
  }

  private void store(Source source, Collector.Batch batch) throws IOException {
    String stream = SafeFileNames.of(batch.node(), batch.incarnation());
    ByteBuffer in = ByteBuffer.wrap(batch.records());
    while (in.hasRemaining()) {
      long number = in.getLong();
      byte[] piece = new byte[in.getInt()];
      in.get(piece);
      if (number >= source.next) {
        store(source, stream, number, SpoolRecord.of(piece));
      }
    }
    for (MachineTrace machine : machines.values()) {
      machine.flush();
    }
  }

  private void store(Source source, String stream, long number, SpoolRecord record)
      throws IOException {
    if (record.type() == Type.REMOVED) {
      forget(new Removal(record.machine(), record.clock()));
      return;
    }
    Optional<byte[]> whole = source.whole(number, record);
    if (whole.isPresent() && !removed.has(record.machine())) {
      machine(record.machine()).store(stream, number, record, whole.get());
    }
  }

  private MachineTrace machine(String name) throws IOException {
    String key = SafeFileNames.of(name);
    if (!machines.containsKey(key)) {
      machines.put(key, new MachineTrace(folder.resolve(key), health::notice));
    }
    return machines.get(key);
  }

  private Behavior<Command> onGone(Collector.Gone gone) {
    sources
        .get(gone.stream())
        .ifPresent(source -> source.open &= !source.shipper.equals(gone.shipper()));
    getContext().getLog().info("stream {} has no shipper any more", gone.stream());
    return this;
  }

  private Behavior<Command> onSeek(Collector.Seek seek) throws IOException {
    MachineTrace machine = machines.get(SafeFileNames.of(seek.machine()));
    if (machine == null) {
      seek.replyTo().tell(new Collector.Found(false, 0, 0));
      return this;
    }
    machine.merge(sources::watermark);
    long offset = machine.recording().seek(seek.clock());
    seek.replyTo().tell(new Collector.Found(true, version(machine), offset));
    return this;
  }

  private long version(MachineTrace machine) {
    return epoch + machine.recording().generation();
  }

  private Behavior<Command> onRead(Collector.Read read) throws IOException {
    MachineTrace machine = machines.get(SafeFileNames.of(read.machine()));
    if (machine == null) {
      read.replyTo().tell(new Collector.Piece(0, new byte[0], false));
      return this;
    }
    int most = Math.max(1, Math.min(read.maxBytes(), Shipper.BATCH_BYTES));
    byte[] bytes = machine.recording().read(read.offset(), most);
    boolean end = machine.recording().ends(read.offset() + bytes.length);
    read.replyTo().tell(new Collector.Piece(version(machine), bytes, end));
    return this;
  }

  private Behavior<Command> onCheck(Collector.Check check) throws IOException {
    MachineTrace machine = machines.get(SafeFileNames.of(check.machine()));
    List<String> missing = new ArrayList<>();
    if (machine != null) {
      machine.merge(sources::watermark);
      missing.addAll(machine.missing());
    }
    check.replyTo().tell(new Collector.Checked(machine != null, missing));
    return this;
  }

  private Behavior<Command> onSettle(Collector.Settle settle) throws IOException {
    MachineTrace machine = machines.get(SafeFileNames.of(settle.machine()));
    boolean settled = machine != null && machine.settled(settle.clock(), sources::watermark);
    settle.replyTo().tell(new Collector.Settled(settled));
    return this;
  }

  private Behavior<Command> onMachines(Collector.Machines question) {
    List<MachineInfo> known = new ArrayList<>();
    String last = "";
    for (String key : machines.tailMap(SafeFileNames.of(question.after()), false).keySet()) {
      machines.get(key).info().ifPresent(known::add);
      if (known.size() == MOST_AT_ONCE) {
        last = known.get(MOST_AT_ONCE - 1).id();
        break;
      }
    }
    question.replyTo().tell(new Collector.Known(known, last));
    return this;
  }

  private Behavior<Command> onResult(Collector.Result question) {
    Optional<byte[]> footer =
        Optional.ofNullable(machines.get(SafeFileNames.of(question.machine())))
            .flatMap(MachineTrace::footer)
            .map(RunTexts::pack);
    question.replyTo().tell(new Collector.Concluded(footer));
    return this;
  }

  private Behavior<Command> onRemove(Collector.Remove remove) throws IOException {
    forget(remove.removal());
    for (Source source : sources.all()) {
      source.shipper.tell(new Shipper.Forget(remove.removal()));
    }
    remove.replyTo().tell(new Collector.Removed(remove.removal().machine()));
    return this;
  }

  private Behavior<Command> onWhere(Collector.Where where) {
    where.replyTo().tell(new Collector.Here(node));
    return this;
  }

  private void forget(Removal removal) throws IOException {
    String name = removal.machine();
    if (!removed.add(removal)) {
      return;
    }
    MachineTrace machine = machines.get(SafeFileNames.of(name));
    if (machine != null) {
      machines.remove(SafeFileNames.of(name));
      machine.close();
      Spool.delete(folder.resolve(SafeFileNames.of(name)));
    }
  }
}
