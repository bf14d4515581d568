package lastwords.cluster.lockstep;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.wire.WireMessage;
import lastwords.engine.StepReport;
import lastwords.machine.Machine;
import lastwords.machine.Machine.PartState;
import lastwords.machine.Stuck;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Request;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Fault;
import lastwords.machine.text.Texts;

/**
 * Hosts one part of a machine, whichever: hands it what others ask of it, carries its answers and
 * decides nothing. A CPU asks the actor of another part and ends its step when the answer comes.
 */
public final class PartActor extends AbstractBehavior<PartActor.Command> {
  /** What a part's actor accepts. */
  public sealed interface Command extends WireMessage {}

  /** To every part, once: where the others are. */
  public record Wire(List<ActorRef<Command>> parts, ActorRef<Reply> replyTo) implements Command {}

  /** To a CPU: make one step. */
  public record Step(long now, long draw, ActorRef<Reply> replyTo) implements Command {}

  /**
   * To any other part: do this operation. In one process the request is lent to the part until it
   * answers.
   */
  public record Perform(
      Request request, long now, long draw, ActorRef<Command> replyTo, List<Texts.Definition> texts)
      implements Command {}

  /** To a CPU: the answer. */
  public record Performed(long result, long text, long[] effects, List<Texts.Definition> texts)
      implements Command {}

  /** To a CPU: something reached it. */
  public record Signal(SignalKind kind, long value, ActorRef<Reply> replyTo) implements Command {}

  /** To a serial port: its time has come. */
  public record Elapse(long now, ActorRef<Reply> replyTo) implements Command {}

  /** To any part: a fault begins or ends here. */
  public record Strike(Fault fault, boolean begins, long now, long draw, ActorRef<Reply> replyTo)
      implements Command {}

  /** To any part: give your state. */
  public record Collect(ActorRef<Reply> replyTo) implements Command {}

  /** What can reach a CPU. */
  public enum SignalKind {
    DELIVER,
    WAKE,
    TIMEOUT,
    UART_DONE
  }

  /** What the conductor gets back. */
  public sealed interface Reply extends WireMessage {}

  /** A part knows where the others are. */
  public record Wired(int part) implements Reply {}

  /** A CPU after a step or a signal, or another part after something was done to it. */
  public record Done(
      StepReport step, long[] effects, Status status, boolean noticed, List<Texts.Definition> texts)
      implements Reply {}

  /** A part's state. */
  public record Slice(PartState state) implements Reply {}

  /** Whether and when a CPU goes on. */
  public record Status(boolean runnable, long deadline, boolean stuck) {
    static final Status NONE = new Status(false, Long.MAX_VALUE, false);
  }

  private static final StepReport NO_STEP = new StepReport();
  private static final long[] NO_EFFECTS = {};

  private final Machine machine;
  private final int part;
  private final boolean shared;
  private final long[] state;
  private List<ActorRef<Command>> others = List.of();
  private ActorRef<Reply> waiting;
  private long now;
  private Optional<Fault> pending = Optional.empty(); // begins when the CPU's port has stopped

  /**
   * @param shared does the conductor know this very machine's texts? Else it is told them
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
        .onMessage(Step.class, this::onStep)
        .onMessage(Perform.class, this::onPerform)
        .onMessage(Performed.class, this::onPerformed)
        .onMessage(Signal.class, this::onSignal)
        .onMessage(Elapse.class, this::onElapse)
        .onMessage(Strike.class, this::onStrike)
        .onMessage(Collect.class, this::onCollect)
        .build();
  }

  private Behavior<Command> onWire(Wire wire) {
    others = wire.parts();
    wire.replyTo().tell(new Wired(part));
    return this;
  }

  private Behavior<Command> onStep(Step step) {
    now = step.now();
    waiting = step.replyTo();
    if (cpu().step(now)) {
      ask(step.draw());
    } else {
      answer(NO_EFFECTS);
    }
    return this;
  }

  private void ask(long draw) {
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
    Effects effects = new Effects();
    Request request = perform.request();
    machine.texts().define(perform.texts());
    machine.perform(request, perform.now(), perform.draw(), effects);
    ActorRef<Command> cpu = perform.replyTo();
    List<Texts.Definition> texts = definitions(cpu, request.result, request.text);
    cpu.tell(new Performed(request.result, request.text, effects.words(), texts));
    return this;
  }

  private Behavior<Command> onPerformed(Performed performed) {
    machine.texts().define(performed.texts());
    cpu().request().result = performed.result();
    cpu().request().text = performed.text();
    cpu().complete(now);
    pending.ifPresent(it -> it.strike(machine, part, true, now, 0, new Effects()));
    pending = Optional.empty();
    answer(performed.effects());
    return this;
  }

  private void answer(long[] effects) {
    StepReport report = new StepReport();
    report.take(cpu());
    List<Texts.Definition> texts = // the conductor's machine is another one, on whatever node
        machine.texts().definitions(report.target, report.argument, report.result);
    waiting.tell(new Done(report, effects, status(), true, texts));
  }

  private Behavior<Command> onSignal(Signal signal) {
    boolean noticed = true;
    switch (signal.kind()) {
      case DELIVER -> noticed = cpu().deliver((int) signal.value());
      case WAKE -> cpu().wake();
      case TIMEOUT -> cpu().timeout();
      default -> cpu().uartDone(signal.value());
    }
    signal.replyTo().tell(new Done(NO_STEP, NO_EFFECTS, status(), noticed, List.of()));
    return this;
  }

  private Behavior<Command> onElapse(Elapse elapse) {
    Effects effects = new Effects();
    machine.uart(part - machine.wiring().uart(0)).elapsed(elapse.now(), effects);
    done(elapse.replyTo(), effects, Status.NONE);
    return this;
  }

  private static void done(ActorRef<Reply> replyTo, Effects effects, Status status) {
    replyTo.tell(new Done(NO_STEP, effects.words(), status, true, List.of()));
  }

  private Behavior<Command> onStrike(Strike strike) {
    now = strike.now();
    waiting = strike.replyTo();
    if (strike.begins() && strike.fault().freezes(part) && cpu().stopSending()) {
      pending = Optional.of(strike.fault());
      ask(strike.draw());
      return this;
    }
    Effects effects = new Effects();
    strike.fault().strike(machine, part, strike.begins(), now, strike.draw(), effects);
    done(waiting, effects, part < machine.cpus() ? status() : Status.NONE);
    return this;
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
    return new Status(cpu().runnable(), cpu().deadline(), Stuck.is(cpu()));
  }
}
