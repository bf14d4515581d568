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

/** The protocol of a machine's coordinator, live or in lock-step. */
public final class MachineProtocol {
  private MachineProtocol() {}

  /** A message to a coordinator. */
  public sealed interface Command {}

  /** A node's agent has created the parts placed there. */
  public record Hosted(int origin, List<PartRef> parts) implements Command, WireMessage {}

  /** A node's agent cannot create them. */
  public record NotHosted(int origin, String reason) implements Command, WireMessage {}

  /**
   * A part's reply to an order.
   *
   * @param number of the order
   * @param refusal why the order was refused; empty if it was carried out
   * @param text what the part is doing, in words
   * @param state the state of a frozen part
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
   * A part reports something of its own accord. Repeated until acknowledged.
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

    /** The fault that this is about. */
    public int fault() {
      return (int) (kind == NoticeKind.FIRED ? a : b);
    }

    /** Returns a copy with another b. */
    Notice value(long value) {
      return new Notice(part, number, oldest, kind, a, value, c, times, nanos, from);
    }

    /** Returns a copy that has happened {@code count} times. */
    Notice times(long count) {
      return new Notice(part, number, oldest, kind, a, b, c, count, nanos, from);
    }

    /** Returns a copy that says that all before {@code least} were acknowledged. */
    Notice after(long least) {
      return new Notice(part, number, least, kind, a, b, c, times, nanos, from);
    }

    boolean saysTheSameAs(Notice other) {
      return kind == other.kind && a == other.a && b == other.b && c == other.c;
    }
  }

  /** What a part reports of its own accord. */
  public enum NoticeKind {
    /** CPU a panics, or oopses: b is the number of the builtin that says so. */
    PANICS,
    /** CPU a has reached panic()'s final loop. */
    FINAL_LOOP,
    /** The firmware ended the machine: a is one of its END_…, b the CPU. */
    ENDED,
    /** CPU a waits for something that need not ever happen; b is 1 if that would be a hang. */
    BLOCKED,
    /** CPU a goes on. */
    GOES_ON,
    /** CPU a does nothing but wait for the next b ns. */
    WAITS,
    /** Fault a has struck. */
    FIRED,
    /**
     * An interrupt for CPU a was lost: vector in the upper half of b, fault in the lower; from c.
     */
    DROPPED
  }

  /**
   * A request from a user.
   *
   * @param verb one of info, launched, pause, resume, step, stop, parts, faults, inject, withdraw,
   *     report, remove
   */
  public record Do(String verb, String text, long a, long b, ActorRef<Said> replyTo)
      implements Command, WireMessage {
    /** Answers the request. */
    public void answer(Object found) {
      replyTo.tell(Said.of(found));
    }

    /** Refuses the request. */
    public void refuse(NodeException.Kind kind, String why) {
      replyTo.tell(Said.refusal(kind, why));
    }
  }

  /**
   * The answer.
   *
   * @param error a {@link NodeException.Kind}; empty when there is none
   * @param json the answer; with an error, the plain message
   */
  public record Said(String error, String json) implements WireMessage {
    /** An answer. */
    public static Said of(Object found) {
      return new Said("", Json.of(found));
    }

    /** A refusal. */
    public static Said refusal(NodeException.Kind kind, String why) {
      return new Said(kind.name(), why);
    }
  }

  /**
   * A node's agent keeps what a successor would need.
   *
   * @param version which one; -1 if it needs everything
   */
  public record Kept(String node, long version) implements Command, WireMessage {}

  /** To itself: the agents found. */
  public record Listed(Receptionist.Listing listing) implements Command {}

  /** To itself: a node has left the cluster, or was declared dead. */
  public record NodeGone(String node) implements Command {}

  /** To itself: time for periodic work. */
  public record Tick() implements Command {}

  /**
   * To itself, in lock-step: the engine has finished, with a result or a reason why there is none.
   */
  public record Over(Optional<RunResult> result, String failure) implements Command {}
}
