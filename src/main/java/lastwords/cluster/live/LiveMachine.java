package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.ServiceKey;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.live.NodeAgent.PartRef;
import lastwords.cluster.wire.WireMessage;
import lastwords.machine.Machine.PartState;

/** What the coordinator of a machine on a cluster is told and asked. */
public final class LiveMachine {
  /** Under which coordinators are found. */
  public static final ServiceKey<Command> KEY = ServiceKey.create(Command.class, "machine");

  private LiveMachine() {}

  /** What a coordinator accepts. */
  public sealed interface Command
      permits Hosted,
          NotHosted,
          Report,
          Notice,
          Do,
          Coordinator.Listed,
          Coordinator.NodeGone,
          Coordinator.Tick,
          LockStepCoordinator.Over {}

  /** A node's agent has made the parts that are to live there. */
  public record Hosted(int origin, List<PartRef> parts) implements Command, WireMessage {}

  /** A node's agent cannot. */
  public record NotHosted(int origin, String reason) implements Command, WireMessage {}

  /**
   * A part has done what it was ordered.
   *
   * @param number of the order
   * @param refusal why not; empty when it is done
   * @param text what the part does, in words
   * @param state of a part that was frozen
   * @param unanswered the part whose answer it waits for, or -1
   */
  public record Report(
      int part,
      long number,
      String refusal,
      String text,
      Optional<PartState> state,
      int unanswered,
      long nanos)
      implements Command, WireMessage {}

  /** A part has something to tell. Repeated until acknowledged. */
  public record Notice(
      int part,
      long number,
      NoticeKind kind,
      long a,
      long b,
      long c,
      long nanos,
      ActorRef<LivePart.Command> from)
      implements Command, WireMessage {}

  /** What a part tells by itself. */
  public enum NoticeKind {
    /** CPU a panics. */
    PANICS,
    /** CPU a has reached panic()'s final loop. */
    FINAL_LOOP,
    /** The firmware ended the machine: a is one of its END_…, b the CPU. */
    ENDED,
    /** CPU a waits for what has no end of its own; b 1 when that would be a hang. */
    BLOCKED,
    /** CPU a goes on. */
    GOES_ON,
    /** Fault a has struck. */
    FIRED,
    /**
     * An interrupt for CPU a was lost: vector in the upper half of b, fault in the lower; from c.
     */
    DROPPED
  }

  /**
   * Somebody wants something.
   *
   * @param verb one of info, launched, pause, resume, step, stop, parts, faults, inject, withdraw,
   *     report, remove
   */
  public record Do(String verb, String text, long a, long b, ActorRef<Said> replyTo)
      implements Command, WireMessage {}

  /**
   * The answer.
   *
   * @param error a {@link lastwords.cluster.node.NodeException.Kind}; empty when there is none
   * @param json what was asked for; with an error, the message as it is
   */
  public record Said(String error, String json) implements WireMessage {}
}
