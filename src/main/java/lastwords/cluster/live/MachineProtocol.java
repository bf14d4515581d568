package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.wire.WireMessage;
import lastwords.engine.RunResult;
import lastwords.json.Json;
import lastwords.machine.PartState;

/** The protocol of a machine's coordinator, live or in lock-step: what it is told and asked. */
public final class MachineProtocol {
  private MachineProtocol() {}

  /** What a coordinator accepts. */
  public sealed interface Command {}

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

  /**
   * A part has something to tell. Repeated until acknowledged.
   *
   * @param oldest all notices of the part before that number were acknowledged
   * @param times how often it has happened
   */
  public record Notice(
      int part,
      long number,
      long oldest,
      NoticeKind kind,
      long a,
      long b,
      long c,
      long times,
      long nanos,
      ActorRef<LivePart.Command> from)
      implements Command, WireMessage {

    /** The fault that it tells of. */
    public int fault() {
      return (int) (kind == NoticeKind.FIRED ? a : b);
    }

    /** The same, with that as b. */
    Notice value(long value) {
      return new Notice(part, number, oldest, kind, a, value, c, times, nanos, from);
    }

    /** The same, so often. */
    Notice times(long count) {
      return new Notice(part, number, oldest, kind, a, b, c, count, nanos, from);
    }

    /** The same, when all before that number were acknowledged. */
    Notice after(long least) {
      return new Notice(part, number, least, kind, a, b, c, times, nanos, from);
    }

    boolean saysTheSameAs(Notice other) {
      return kind == other.kind && a == other.a && b == other.b && c == other.c;
    }
  }

  /** What a part tells by itself. */
  public enum NoticeKind {
    /** CPU a panics, or oopses: b is the number of the builtin that says so. */
    PANICS,
    /** CPU a has reached panic()'s final loop. */
    FINAL_LOOP,
    /** The firmware ended the machine: a is one of its END_…, b the CPU. */
    ENDED,
    /** CPU a waits for what has no end of its own; b 1 when that would be a hang. */
    BLOCKED,
    /** CPU a goes on. */
    GOES_ON,
    /** CPU a does nothing but to wait for the next b ns. */
    WAITS,
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
      implements Command, WireMessage {
    /** Gives what was asked for. */
    public void answer(Object found) {
      replyTo.tell(Said.of(found));
    }

    /** Says why not. */
    public void refuse(NodeException.Kind kind, String why) {
      replyTo.tell(Said.refusal(kind, why));
    }
  }

  /**
   * The answer.
   *
   * @param error a {@link NodeException.Kind}; empty when there is none
   * @param json what was asked for; with an error, the message as it is
   */
  public record Said(String error, String json) implements WireMessage {
    /** What was asked for. */
    public static Said of(Object found) {
      return new Said("", Json.of(found));
    }

    /** Why it is not to be had. */
    public static Said refusal(NodeException.Kind kind, String why) {
      return new Said(kind.name(), why);
    }
  }

  /**
   * A node's agent keeps what a successor would need.
   *
   * @param version which; -1 when it has to be told all of it
   */
  public record Kept(String node, long version) implements Command, WireMessage {}

  /** To itself: the agents that there are. */
  public record Listed(Receptionist.Listing listing) implements Command {}

  /** To itself: a node has left the cluster, or was declared dead. */
  public record NodeGone(String node) implements Command {}

  /** To itself: time to look around. */
  public record Tick() implements Command {}

  /** To itself, in lock-step: the engine has come to its end; the result, or why there is none. */
  public record Over(Optional<RunResult> result, String failure) implements Command {}
}
