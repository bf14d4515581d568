package lastwords.cluster.lockstep;

import akka.actor.typed.ActorRef;
import java.util.Arrays;
import java.util.List;
import lastwords.cluster.lockstep.PartActor.Command;
import lastwords.cluster.lockstep.PartActor.Done;
import lastwords.cluster.lockstep.PartActor.Reply;
import lastwords.cluster.lockstep.PartActor.Signal;
import lastwords.cluster.lockstep.PartActor.SignalKind;
import lastwords.cluster.lockstep.PartActor.Slice;
import lastwords.cluster.lockstep.PartActor.Status;
import lastwords.engine.Host;
import lastwords.engine.StepReport;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.fault.Fault;

/**
 * A machine whose parts live in an actor each. The engine that conducts it waits, in its own
 * thread, for the answer to every message: one thing happens at a time, in the engine's order.
 */
final class ActorHost implements Host {
  private final Machine machine;
  private final List<ActorRef<Command>> parts;
  private final ActorRef<Reply> replies;
  private final ActorRef<Reply> slices;
  private final Inbox inbox;
  private final Status[] status;
  private boolean gathered;

  /**
   * @param parts the actors, by part number
   * @param replies an actor that puts what it gets where the inbox finds it
   * @param slices the same for large replies
   */
  ActorHost(
      Machine machine,
      List<ActorRef<Command>> parts,
      ActorRef<Reply> replies,
      ActorRef<Reply> slices,
      Inbox inbox) {
    this.machine = machine;
    this.parts = List.copyOf(parts);
    this.replies = replies;
    this.slices = slices;
    this.inbox = inbox;
    this.status = new Status[machine.cpus()];
    Arrays.fill(status, new Status(true, Long.MAX_VALUE, false));
  }

  @Override
  public void step(int cpu, long now, long draw, StepReport report, Effects effects) {
    Done done = ask(cpu, new PartActor.Step(now, draw, replies));
    machine.texts().define(done.texts());
    report.copy(done.step());
    effects.addAll(done.effects());
    status[cpu] = done.status();
  }

  @Override
  public boolean runnable(int cpu) {
    return status[cpu].runnable();
  }

  @Override
  public long deadline(int cpu) {
    return status[cpu].deadline();
  }

  @Override
  public boolean stuck(int cpu) {
    return status[cpu].stuck();
  }

  @Override
  public boolean deliver(int cpu, int vector) {
    return signal(cpu, SignalKind.DELIVER, vector);
  }

  @Override
  public void wake(int cpu) {
    signal(cpu, SignalKind.WAKE, 0);
  }

  @Override
  public void timeout(int cpu) {
    signal(cpu, SignalKind.TIMEOUT, 0);
  }

  @Override
  public void uartDone(int cpu, long characters) {
    signal(cpu, SignalKind.UART_DONE, characters);
  }

  @Override
  public void uartElapsed(int port, long now, Effects effects) {
    effects.addAll(ask(machine.wiring().uart(port), new PartActor.Elapse(now, replies)).effects());
  }

  @Override
  public void fault(Fault fault, boolean begins, long now, long draw, Effects effects) {
    for (int part : fault.parts(machine.wiring())) {
      Done done = ask(part, new PartActor.Strike(fault, begins, now, draw, replies));
      effects.addAll(done.effects());
      if (part < status.length) {
        status[part] = done.status();
      }
    }
  }

  private boolean signal(int cpu, SignalKind kind, long value) {
    Done done = ask(cpu, new Signal(kind, value, replies));
    status[cpu] = done.status();
    return done.noticed();
  }

  private Done ask(int part, Command command) {
    parts.get(part).tell(command);
    return (Done) take();
  }

  /** The answer that is under way; an interrupt of this thread is left for the engine to find. */
  private Reply take() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return inbox.take();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public Machine machine() {
    return machine;
  }

  /** Tells every part where the others are. */
  void wire() {
    parts.forEach(part -> part.tell(new PartActor.Wire(parts, replies)));
    for (int i = 0; i < parts.size(); i++) {
      take();
    }
  }

  /** Collects every part's state; afterwards the actors' own copies no longer count. */
  @Override
  public Machine finished() {
    if (!gathered) {
      gathered = true;
      gather();
    }
    return machine;
  }

  private void gather() {
    parts.forEach(part -> part.tell(new PartActor.Collect(slices)));
    for (int i = 0; i < parts.size(); i++) {
      Slice slice = (Slice) take();
      machine.restore(slice.state());
    }
  }
}
