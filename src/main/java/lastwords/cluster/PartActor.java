package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import java.util.List;
import lastwords.engine.StepReport;
import lastwords.machine.Cpu;
import lastwords.machine.Effects;
import lastwords.machine.FaultRule;
import lastwords.machine.InterruptController;
import lastwords.machine.Machine;
import lastwords.machine.Request;
import lastwords.machine.Stuck;

/**
 * Hosts one part of a machine, whichever: hands it what others ask of it, carries its answers and
 * decides nothing. A CPU asks the actor of another part and ends its step when the answer comes.
 */
final class PartActor extends AbstractBehavior<PartActor.Command> {
  /** What a part's actor accepts. */
  sealed interface Command {}

  /** To every part, once: where the others are. */
  record Wire(List<ActorRef<Command>> parts) implements Command {}

  /** To a CPU: make one step. */
  record Step(long now, long draw, ActorRef<Reply> replyTo) implements Command {}

  /** To any other part: do this operation. The request is lent to the part until it answers. */
  record Perform(Request request, long now, long draw, ActorRef<Command> replyTo)
      implements Command {}

  /** To a CPU: the answer is in its request. */
  record Performed(Effects effects) implements Command {}

  /** To a CPU: something reached it. */
  record Signal(SignalKind kind, long value, ActorRef<Reply> replyTo) implements Command {}

  /** To a serial port: its time has come. */
  record Elapse(long now, ActorRef<Reply> replyTo) implements Command {}

  /** To any part: a fault begins or ends here. */
  record Fault(FaultRule rule, boolean begins, long now, ActorRef<Reply> replyTo)
      implements Command {}

  /** To the firmware or the interrupt controller: somebody presses the NMI button. */
  record Press(int cpu, int reason, long now, long draw, ActorRef<Reply> replyTo)
      implements Command {}

  /** To any part: give your state. */
  record Collect(ActorRef<Reply> replyTo) implements Command {}

  /** What can reach a CPU. */
  enum SignalKind {
    DELIVER,
    WAKE,
    TIMEOUT,
    UART_DONE
  }

  /** What the conductor gets back. */
  sealed interface Reply {}

  /** A CPU after a step or a signal, or another part after something was done to it. */
  record Done(StepReport step, Effects effects, Status status, boolean noticed) implements Reply {}

  /** A part's state. */
  record Slice(int part, long[] words) implements Reply {}

  /** Whether and when a CPU goes on. */
  record Status(boolean runnable, long deadline, boolean stuck) {
    static final Status NONE = new Status(false, Long.MAX_VALUE, false);
  }

  private final Machine machine;
  private final int part;
  private final long[] state;
  private List<ActorRef<Command>> others = List.of();
  private ActorRef<Reply> waiting;
  private long now;
  private FaultRule pendingFault;

  static Behavior<Command> create(Machine machine, int part) {
    return Behaviors.setup(context -> new PartActor(context, machine, part));
  }

  private PartActor(ActorContext<Command> context, Machine machine, int part) {
    super(context);
    this.machine = machine;
    this.part = part;
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
        .onMessage(Fault.class, this::onFault)
        .onMessage(Press.class, this::onPress)
        .onMessage(Collect.class, this::onCollect)
        .build();
  }

  private Behavior<Command> onWire(Wire wire) {
    others = wire.parts();
    return this;
  }

  private Behavior<Command> onStep(Step step) {
    now = step.now();
    waiting = step.replyTo();
    if (cpu().step(now)) {
      ask(step.draw());
    } else {
      answer(new Effects());
    }
    return this;
  }

  private void ask(long draw) {
    Request request = cpu().request();
    others.get(request.part).tell(new Perform(request, now, draw, getContext().getSelf()));
  }

  private Behavior<Command> onPerform(Perform perform) {
    Effects effects = new Effects();
    machine.perform(perform.request(), perform.now(), perform.draw(), effects);
    perform.replyTo().tell(new Performed(effects));
    return this;
  }

  private Behavior<Command> onPerformed(Performed performed) {
    cpu().complete(now);
    if (pendingFault != null) {
      machine.fault(pendingFault, true);
      pendingFault = null;
    }
    answer(performed.effects());
    return this;
  }

  private void answer(Effects effects) {
    StepReport report = new StepReport();
    report.take(cpu());
    waiting.tell(new Done(report, effects, status(), true));
  }

  private Behavior<Command> onSignal(Signal signal) {
    boolean noticed = true;
    switch (signal.kind()) {
      case DELIVER -> noticed = cpu().deliver((int) signal.value());
      case WAKE -> cpu().wake();
      case TIMEOUT -> cpu().timeout();
      default -> cpu().uartDone(signal.value());
    }
    signal.replyTo().tell(new Done(new StepReport(), new Effects(), status(), noticed));
    return this;
  }

  private Behavior<Command> onElapse(Elapse elapse) {
    Effects effects = new Effects();
    machine.uart(part - machine.wiring().uart(0)).elapsed(elapse.now(), effects);
    elapse.replyTo().tell(new Done(new StepReport(), effects, Status.NONE, true));
    return this;
  }

  private Behavior<Command> onFault(Fault fault) {
    now = fault.now();
    waiting = fault.replyTo();
    if (fault.rule().kind() == FaultRule.Kind.STALL_CPU && fault.begins() && cpu().stopSending()) {
      pendingFault = fault.rule();
      ask(0);
      return this;
    }
    machine.fault(fault.rule(), fault.begins());
    Status status = part < machine.cpus() ? status() : Status.NONE;
    fault.replyTo().tell(new Done(new StepReport(), new Effects(), status, true));
    return this;
  }

  private Behavior<Command> onPress(Press press) {
    Effects effects = new Effects();
    if (part == machine.wiring().firmware()) {
      machine.firmware().pressNmi(press.reason());
    } else {
      int vector = InterruptController.NMI_VECTOR;
      machine.interrupts().send(-1, press.cpu(), vector, press.now(), press.draw(), effects);
    }
    press.replyTo().tell(new Done(new StepReport(), effects, Status.NONE, true));
    return this;
  }

  private Behavior<Command> onCollect(Collect collect) {
    collect.replyTo().tell(new Slice(part, state.clone()));
    return this;
  }

  private Cpu cpu() {
    return machine.cpu(part);
  }

  private Status status() {
    return new Status(cpu().runnable(), cpu().deadline(), Stuck.is(cpu()));
  }
}
