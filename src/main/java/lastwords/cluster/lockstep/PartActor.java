package lastwords.cluster.lockstep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.List;
import lastwords.cluster.wire.WireMessage;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.PartState;
import lastwords.machine.Stuck;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Request;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.text.Texts;

/**
 * Hosts any one part of a machine: passes it requests, returns its answers and decides nothing. A
 * CPU asks the actor of another part and completes its step when the answer arrives.
 */
public final class PartActor extends AbstractBehavior<PartActor.Command> {
  /** A message to a part's actor. */
  public sealed interface Command extends WireMessage {}

  /** To every part, once: the addresses of all parts. */
  public record Wire(List<ActorRef<Command>> parts, ActorRef<Reply> replyTo) implements Command {}

  /** To any part: apply this event. */
  public record Apply(Event event, long now, long draw, ActorRef<Reply> replyTo)
      implements Command {}

  /**
   * To any part but a CPU: perform this operation. In one process the request is lent to the part
   * until it answers.
   */
  public record Perform(
      Request request, long now, long draw, ActorRef<Command> replyTo, List<Texts.Definition> texts)
      implements Command {}

  /** To a CPU: the answer. */
  public record Performed(long result, long text, long[] effects, List<Texts.Definition> texts)
      implements Command {}

  /** To any part: report your state. */
  public record Collect(ActorRef<Reply> replyTo) implements Command {}

  /** A reply to the conductor. */
  public sealed interface Reply extends WireMessage {}

  /** A part knows the addresses of the others. */
  public record Wired(int part) implements Reply {}

  /** A part after an event; {@code status} is that of a CPU. */
  public record Done(long[] effects, Status status, boolean noticed, List<Texts.Definition> texts)
      implements Reply {}

  /** A part's state. */
  public record Slice(PartState state) implements Reply {}

  /** A CPU's last step, and whether and when it continues. */
  public record Status(boolean runnable, long deadline, boolean stuck, RemoteStep last) {
    static final Status NEW = new Status(true, Long.MAX_VALUE, false, RemoteStep.NONE);
    static final Status NONE = new Status(false, Long.MAX_VALUE, false, RemoteStep.NONE);
  }

  private final Machine machine;
  private final int part;
  private final boolean shared;
  private final long[] state;
  private List<ActorRef<Command>> others = List.of();
  private ActorRef<Reply> waiting;
  private final Effects effects = new Effects();
  private Event event = new Event.Step(0); // the current event
  private long now;
  private long draw;

  /**
   * @param shared whether the conductor shares this machine's texts; else they are sent
   */
  public static Behavior<Command> create(Machine machine, int part, boolean shared) {
    return Behaviors.setup(context -> new PartActor(context, machine, part, shared));
  }

  private PartActor(ActorContext<Command> context, Machine machine, int part, boolean shared) {
    super(context);
    this.machine = machine;
    this.part = part;
    this.shared = shared;
    this.state = machine.detach(part);
    this.waiting = context.getSystem().ignoreRef();
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Wire.class, this::onWire)
        .onMessage(Apply.class, this::onApply)
        .onMessage(Perform.class, this::onPerform)
        .onMessage(Performed.class, this::onPerformed)
        .onMessage(Collect.class, this::onCollect)
        .build();
  }

  private Behavior<Command> onWire(Wire wire) {
    others = wire.parts();
    wire.replyTo().tell(new Wired(part));
    return this;
  }

  private Behavior<Command> onApply(Apply apply) {
    event = apply.event();
    now = apply.now();
    draw = apply.draw();
    waiting = apply.replyTo();
    begin();
    return this;
  }

  private void begin() {
    Event.Progress progress = event.begin(machine, now, draw, effects);
    if (progress == Event.Progress.ASKS) {
      ask();
    } else {
      over(progress != Event.Progress.IGNORED);
    }
  }

  private void ask() {
    Request request = cpu().request();
    ActorRef<Command> other = others.get(request.part);
    List<Texts.Definition> texts = definitions(other, request);
    other.tell(new Perform(request, now, draw, getContext().getSelf(), texts));
  }

  private List<Texts.Definition> definitions(ActorRef<?> to, Request request) {
    return here(to) ? List.of() : machine.texts().definitions(request.words());
  }

  private List<Texts.Definition> definitions(ActorRef<?> to, long... words) {
    return here(to) ? List.of() : machine.texts().definitions(words);
  }

  private static boolean here(ActorRef<?> ref) {
    return ref.path().address().hasLocalScope();
  }

  private Behavior<Command> onPerform(Perform perform) {
    Request request = perform.request();
    machine.texts().define(perform.texts());
    machine.perform(request, perform.now(), perform.draw(), effects);
    ActorRef<Command> cpu = perform.replyTo();
    List<Texts.Definition> texts = definitions(cpu, request.result, request.text);
    cpu.tell(new Performed(request.result, request.text, effects.words(), texts));
    effects.clear();
    return this;
  }

  private Behavior<Command> onPerformed(Performed performed) {
    machine.texts().define(performed.texts());
    cpu().request().result = performed.result();
    cpu().request().text = performed.text();
    effects.addAll(performed.effects());
    event.end(machine, now, draw, effects);
    over(true);
    return this;
  }

  private void over(boolean noticed) {
    if (event.goesOn(machine)) {
      begin();
      return;
    }
    boolean cpu = part < machine.cpus();
    List<Texts.Definition> texts = // the conductor has its own copy of the machine
        cpu ? machine.texts().definitions(RemoteStep.words(cpu().last())) : List.of();
    waiting.tell(new Done(effects.words(), cpu ? status() : Status.NONE, noticed, texts));
    effects.clear();
  }

  private Behavior<Command> onCollect(Collect collect) {
    PartState slice =
        shared
            ? new PartState(part, state.clone(), List.of(), List.of())
            : machine.export(part, state);
    collect.replyTo().tell(new Slice(slice));
    return this;
  }

  private Cpu cpu() {
    return machine.cpu(part);
  }

  private Status status() {
    return new Status(
        cpu().runnable(), cpu().deadline(), Stuck.is(cpu()), RemoteStep.of(cpu().last()));
  }
}
