package lastwords.cluster.trace;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.SupervisorStrategy;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.Spooled;
import lastwords.cluster.spool.StreamLog.Numbered;
import lastwords.cluster.wire.WireMessage;

/**
 * Ships one stream of a node's spool to the collector, wherever that is: one batch at a time,
 * repeated until acknowledged, starting where the collector says. When there is nothing to ship, it
 * sends an empty batch ten times a second, so that readers know how far they may read.
 */
public final class Shipper extends AbstractBehavior<Shipper.Command> {
  /** Bytes of records in a batch: a message has to fit Artery's frame of 256 KiB. */
  public static final int BATCH_BYTES = 96 << 10;

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration LEAST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MOST_BACKOFF = Duration.ofSeconds(20);
  private static final int TICKS_A_TRY = 10; // ticks without an answer before the batch is repeated
  private static final int TRIES = 3; // tries before the collector is searched for
  private static final int TICKS_A_SEARCH = 5;

  /** A message to a shipper. */
  sealed interface Command {}

  /** From the collector: ship from this record on, to me. */
  record Resume(long epoch, long next, List<Removal> removed, ActorRef<Collector.Command> collector)
      implements Command, WireMessage {}

  /** From the collector: I have everything before this record. */
  record Stored(long epoch, long next) implements Command, WireMessage {}

  /** From the collector: the machine was removed. */
  record Forget(Removal removal) implements Command, WireMessage {}

  /** A tenth of a second has passed. */
  enum Tick implements Command {
    TICK
  }

  /** The collector is gone. */
  record Gone(ActorRef<Collector.Command> collector) implements Command {}

  private final Spool spool;
  private final Spooled stream;
  private final ActorRef<Collector.Command> anyCollector;
  private Optional<ActorRef<Collector.Command>> collector = Optional.empty();
  private Optional<Collector.Batch> sent = Optional.empty();
  private long epoch;
  private long next;
  private int ticks;
  private int tries;

  static Behavior<Command> create(
      Spool spool, Spooled stream, ActorRef<Collector.Command> anyCollector) {
    Behavior<Command> shipper =
        Behaviors.setup(
            context ->
                Behaviors.withTimers(
                    timers -> new Shipper(context, timers, spool, stream, anyCollector)));
    return Behaviors.supervise(shipper)
        .onFailure(
            IOException.class,
            SupervisorStrategy.restartWithBackoff(LEAST_BACKOFF, MOST_BACKOFF, 0.1));
  }

  private Shipper(
      ActorContext<Command> context,
      TimerScheduler<Command> timers,
      Spool spool,
      Spooled stream,
      ActorRef<Collector.Command> anyCollector) {
    super(context);
    this.spool = spool;
    this.stream = stream;
    this.anyCollector = anyCollector;
    timers.startTimerWithFixedDelay(Tick.TICK, TICK);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Resume.class, this::onResume)
        .onMessage(Stored.class, this::onStored)
        .onMessage(Forget.class, this::onForget)
        .onMessage(Tick.class, this::onTick)
        .onMessage(Gone.class, this::onGone)
        .build();
  }

  private Behavior<Command> onResume(Resume resume) throws IOException {
    if (!collector.equals(Optional.of(resume.collector()))) {
      collector.ifPresent(getContext()::unwatch);
      collector = Optional.of(resume.collector());
      getContext().watchWith(resume.collector(), new Gone(resume.collector()));
    }
    for (Removal removal : resume.removed()) {
      spool.removed(removal);
    }
    epoch = resume.epoch();
    next = resume.next();
    sent = Optional.empty();
    ship();
    return this;
  }

  private Behavior<Command> onStored(Stored stored) throws IOException {
    boolean due = sent.isPresent() && stored.epoch() == epoch && stored.next() == sent.get().to();
    if (!due) {
      return this;
    }
    boolean full = sent.get().records().length > 0;
    next = stored.next();
    sent = Optional.empty();
    stream.acknowledged(next);
    if (full) {
      ship();
    }
    return this;
  }

  private Behavior<Command> onForget(Forget forget) {
    spool.removed(forget.removal());
    return this;
  }

  private Behavior<Command> onTick(Tick tick) throws IOException {
    ticks++;
    if (collector.isEmpty()) {
      search();
    } else if (sent.isEmpty()) {
      ship();
    } else if (ticks >= TICKS_A_TRY) {
      again(sent.get());
    }
    return this;
  }

  private void search() {
    if (ticks >= TICKS_A_SEARCH) {
      ticks = 0;
      anyCollector.tell(
          new Collector.Hello(
              stream.node(), stream.incarnation(), stream.removed(), getContext().getSelf()));
    }
  }

  private void again(Collector.Batch batch) {
    ticks = 0;
    if (++tries < TRIES) {
      collector.ifPresent(it -> it.tell(batch));
    } else {
      lose();
    }
  }

  private void ship() throws IOException {
    ticks = 0;
    tries = 0;
    Spooled.Piece piece = stream.read(next, BATCH_BYTES);
    Collector.Batch batch =
        new Collector.Batch(
            stream.node(),
            stream.incarnation(),
            epoch,
            next,
            piece.to(),
            packed(piece.records()),
            piece.watermark());
    sent = Optional.of(batch);
    collector.ifPresent(it -> it.tell(batch));
  }

  /** Number, length and bytes of each. */
  static byte[] packed(List<Numbered> records) {
    int length = records.stream().mapToInt(it -> it.record().length + 12).sum();
    ByteBuffer out = ByteBuffer.allocate(length);
    for (Numbered record : records) {
      out.putLong(record.number()).putInt(record.record().length).put(record.record());
    }
    return out.array();
  }

  private Behavior<Command> onGone(Gone gone) {
    if (collector.equals(Optional.of(gone.collector()))) {
      lose();
    }
    return this;
  }

  private void lose() {
    collector.ifPresent(getContext()::unwatch);
    collector = Optional.empty();
    sent = Optional.empty();
    ticks = TICKS_A_SEARCH;
  }
}
