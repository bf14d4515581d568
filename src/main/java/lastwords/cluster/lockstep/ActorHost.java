package lastwords.cluster.lockstep;

import akka.actor.typed.ActorRef;
import java.util.Arrays;
import java.util.List;
import lastwords.cluster.lockstep.PartActor.Command;
import lastwords.cluster.lockstep.PartActor.Done;
import lastwords.cluster.lockstep.PartActor.Reply;
import lastwords.cluster.lockstep.PartActor.Slice;
import lastwords.cluster.lockstep.PartActor.Status;
import lastwords.engine.Host;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;

/**
 * A machine each of whose parts is an actor. The engine waits, in its own thread, for the answer to
 * every message: one thing happens at a time, in the engine's order.
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
   * @param slices as replies, for large ones
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
    Arrays.fill(status, Status.NEW);
  }

  @Override
  public boolean apply(Event event, long now, long draw, Effects effects) {
    int part = event.part(machine.wiring());
    Done done = ask(part, new PartActor.Apply(event, now, draw, replies));
    machine.texts().define(done.texts());
    effects.addAll(done.effects());
    if (part < status.length) {
      status[part] = done.status();
    }
    return done.noticed();
  }

  @Override
  public LastStep last(int cpu) {
    return status[cpu].last();
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

  private Done ask(int part, Command command) {
    parts.get(part).tell(command);
    return (Done) take();
  }

  /** Waits for an answer; leaves an interrupt of this thread to the engine. */
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

  /** Sends every part the addresses of all. */
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
