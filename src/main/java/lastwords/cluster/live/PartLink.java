package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.ActorContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.live.LivePart.Ack;
import lastwords.cluster.live.LivePart.Command;
import lastwords.cluster.live.LivePart.Due;
import lastwords.cluster.live.LivePart.LocalRequest;
import lastwords.cluster.live.LivePart.Signal;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.engine.recording.RecordedEvent;
import lastwords.machine.Event;
import lastwords.machine.PartState;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import lastwords.trace.Transaction;

/**
 * Connects a live part with the others: sends messages, repeats those that must arrive, keeps the
 * time and records events. Interrupts are sent once; a wake-up is a wire inside the machine and is
 * repeated until it has arrived.
 */
final class PartLink {
  private static final Duration REPEAT = Duration.ofMillis(200);

  final Site site;
  final int part;
  boolean going;

  private final ActorContext<Command> context;
  private final ActorRef<Command> self;
  private final TreeMap<Long, Runnable> unacknowledged = new TreeMap<>();
  private final TreeMap<Long, Integer> recipients = new TreeMap<>();
  private final Notices notices = new Notices();
  private final long[] newest; // by part: number of its latest signal
  private List<ActorRef<Command>> parts = List.of();
  private boolean[] here = new boolean[0]; // by part: is it on this node?
  private List<Integer> origins = List.of();
  private Optional<ActorRef<MachineProtocol.Command>> coordinator = Optional.empty();
  private long numbers;
  private long seq;
  private boolean repeating;

  PartLink(ActorContext<Command> context, Site site, int part) {
    this.context = context;
    this.self = context.getSelf();
    this.site = site;
    this.part = part;
    this.newest = new long[site.machine().wiring().parts()];
  }

  void wire(
      List<ActorRef<Command>> others,
      List<Integer> theirOrigins,
      ActorRef<MachineProtocol.Command> machine) {
    parts = List.copyOf(others);
    here = new boolean[parts.size()];
    for (int other = 0; other < here.length; other++) {
      here[other] = parts.get(other).path().address().hasLocalScope();
    }
    origins = List.copyOf(theirOrigins);
    coordinator = Optional.of(machine);
  }

  /** Switches to another coordinator, which gets the notices that still count. */
  void rewire(ActorRef<MachineProtocol.Command> machine) {
    if (!coordinator.equals(Optional.of(machine))) {
      coordinator = Optional.of(machine);
      notices.again();
      tellNotices();
    }
  }

  /**
   * Reads the wall clock: the message being handled, and all that follows from it here, happens
   * now.
   */
  void begin() {
    site.now().read();
  }

  /**
   * Takes note of a message's times and texts. A message from this node happens at the time last
   * read; one from another node has taken time.
   */
  void heard(int from, long clock, long nanos, List<Texts.Definition> texts) {
    if (!here(from)) {
      begin();
      site.hlc().observe(clock);
      site.clock().observe(nanos, site.now().nanos());
    }
    if (!texts.isEmpty()) {
      site.machine().texts().define(texts);
    }
  }

  long nanos() {
    return site.clock().nanos(site.now().nanos());
  }

  /** Reads the node's logical clock. */
  long tick() {
    return site.hlc().tick(site.now().nanos());
  }

  /** Number of events of this part so far. */
  long count() {
    return seq;
  }

  /** Records an event whose step has the number {@link #count}; returns its time. */
  long record(Kind kind, long draw, StepRecord step, String note) {
    long clock = tick();
    List<Texts.Definition> texts =
        site.machine().texts().definitions(step.target(), step.argument(), step.result());
    site.log().accept(new PartEvent(clock, site.origin(), part, kind, draw, step, note, texts));
    seq++;
    return clock;
  }

  /** Records a request from a CPU on this node together with this part's answer. */
  void record(LocalRequest asked, long draw) {
    Request request = asked.request;
    StepRecord step =
        new StepRecord(
            asked.seq,
            asked.nanos,
            request.cpu,
            asked.context,
            request.pc,
            Operation.of(request.operation),
            request.target,
            asked.argument,
            request.result);
    List<Texts.Definition> texts =
        site.machine()
            .texts()
            .definitions(request.target, request.a, asked.argument, request.result);
    site.log()
        .accept(
            new Transaction(
                tick(),
                site.origin(),
                part,
                seq,
                draw,
                asked.asked,
                asked.stops,
                request.context,
                request.a,
                step,
                texts));
    seq++;
  }

  /** Counts events of this part that another part has recorded. */
  void recordedElsewhere(int events) {
    seq += events;
  }

  /** As above, for an event that happens now to this part, which is a CPU or (-1) is not. */
  void record(RecordedEvent event, long draw, int cpu) {
    record(event.kind(), draw, event.step(seq, nanos(), cpu), event.note());
  }

  /** Has the part continue after the messages already in its mailbox. */
  void go() {
    if (!going) {
      going = true;
      self.tell(LivePart.GO);
    }
  }

  /** Runs something after that much wall time. */
  void later(long wallNanos, Runnable what) {
    Duration wait = Duration.ofNanos(Math.min(wallNanos, Duration.ofDays(1).toNanos()));
    context.scheduleOnce(wait, self, new Due(what));
  }

  boolean here(int other) {
    return here[other];
  }

  List<Texts.Definition> texts(int to, long... words) {
    return here(to) ? List.of() : site.machine().texts().definitions(words);
  }

  void send(int to, Command command) {
    parts.get(to).tell(command);
  }

  /** Sends a command, repeatedly until {@link #acknowledged} gets its number. */
  void sendUntilAcknowledged(int to, long number, Command command) {
    keep(number, to, () -> send(to, command));
    send(to, command);
  }

  long nextNumber() {
    return ++numbers;
  }

  /**
   * Sends an event to a CPU.
   *
   * @param sure whether it must arrive; else the network may lose it
   */
  void signal(Event event, boolean sure) {
    int cpu = event.part(site.machine().wiring());
    boolean repeated = sure && !here(cpu);
    long number = repeated ? nextNumber() : 0;
    Signal signal = new Signal(event, part, number, tick(), nanos());
    if (repeated) {
      sendUntilAcknowledged(cpu, number, signal);
    } else {
      send(cpu, signal);
    }
  }

  /** Acknowledges a signal; returns true if it is not a duplicate. */
  boolean isNew(Signal signal) {
    if (signal.number() == 0) {
      return true;
    }
    send(signal.part(), new Ack(signal.number()));
    boolean first = signal.number() > newest[signal.part()];
    newest[signal.part()] = Math.max(newest[signal.part()], signal.number());
    return first;
  }

  /** Sends a notice to the coordinator. */
  void notice(MachineProtocol.NoticeKind kind, long a, long b, long c) {
    coordinator.ifPresent(
        machine -> {
          long number = nextNumber();
          notices.add(new Notice(part, number, 0, kind, a, b, c, 1, nanos(), self));
          machine.tell(notices.newest());
          repeatLater();
        });
  }

  private void tellNotices() {
    coordinator.ifPresent(machine -> notices.open().forEach(machine::tell));
    repeatLater();
  }

  void report(long number, String refusal, String text, Optional<PartState> state, int unanswered) {
    coordinator.ifPresent(
        it ->
            it.tell(
                new MachineProtocol.Report(
                    part, number, refusal, text, state, unanswered, nanos())));
  }

  private void keep(long number, int to, Runnable again) {
    unacknowledged.put(number, again);
    recipients.put(number, to);
    repeatLater();
  }

  private void repeatLater() {
    if (!repeating) {
      repeating = true;
      later(REPEAT.toNanos(), this::repeat);
    }
  }

  void acknowledged(long number) {
    unacknowledged.remove(number);
    recipients.remove(number);
    notices.acknowledged(number);
  }

  /** Stops repeating messages to a node that is gone. */
  void lost(long origin) {
    recipients.entrySet().stream()
        .filter(it -> livesAt(it.getValue(), origin))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(this::acknowledged);
  }

  boolean livesAt(int other, long origin) {
    return origins.get(other) == origin;
  }

  private void repeat() {
    repeating = false;
    unacknowledged.values().forEach(Runnable::run);
    if (!unacknowledged.isEmpty() || !notices.settled()) {
      tellNotices();
    }
  }
}
