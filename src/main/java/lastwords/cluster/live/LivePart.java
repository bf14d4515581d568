package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.wire.WireMessage;
import lastwords.machine.Event;
import lastwords.machine.Machine.PartState;
import lastwords.machine.bus.Request;
import lastwords.machine.fault.Fault;
import lastwords.machine.text.Texts;

/** The protocol of a part of a machine that runs live, and what each kind of part makes of it. */
public final class LivePart {
  private LivePart() {}

  /** What a live part's actor accepts. */
  public sealed interface Command {}

  /** Where the others are, and the node of each by its number in this machine. */
  public record Wire(
      long number,
      List<ActorRef<Command>> parts,
      List<Integer> origins,
      ActorRef<MachineProtocol.Command> machine)
      implements Command, WireMessage {}

  /** Another coordinator has taken over; answered by a {@link MachineProtocol.Report}. */
  public record Rewire(long number, ActorRef<MachineProtocol.Command> machine)
      implements Command, WireMessage {}

  /**
   * From the coordinator; answered by a {@link MachineProtocol.Report} with the same number.
   *
   * @param kind what to do
   * @param a a CPU, a number of steps, a part: by kind
   * @param b the coordinator's emulated time with START and RESUME
   * @param fault that begins or ends
   */
  public record Order(long number, OrderKind kind, long a, long b, Optional<Fault> fault)
      implements Command, WireMessage {}

  /** What a coordinator can order. */
  public enum OrderKind {
    START,
    PAUSE,
    RESUME,
    /** To a CPU of a machine that is held: make a steps. */
    STEP,
    FAULT_BEGINS,
    FAULT_ENDS,
    /** Node number a is gone: expect no answer from its parts. */
    LOST,
    /** The run is over: give your state and do nothing more. */
    FREEZE,
    /** Say what you do. */
    LOOK
  }

  /** From a CPU: do this operation. It is repeated until it is answered. */
  public record Ask(
      int cpu, long number, Request request, long clock, long nanos, List<Texts.Definition> texts)
      implements Command, WireMessage {}

  /** To a CPU: the answer to the request of that number. */
  public record Answer(
      int part,
      long number,
      long result,
      long text,
      long clock,
      long nanos,
      List<Texts.Definition> texts)
      implements Command, WireMessage {}

  /**
   * To a CPU: something reached it.
   *
   * @param number 0 when nobody minds whether it arrives; else it is repeated until acknowledged
   * @param part the part that tells it
   */
  public record Signal(Event event, int part, long number, long clock, long nanos)
      implements Command, WireMessage {}

  /** To a part: the signal of that number, or what the coordinator was told, has arrived. */
  public record Ack(long number) implements Command, WireMessage {}

  /** To itself: go on. */
  record Go() implements Command {}

  /** To itself: the time has come that was waited for. */
  record Due(Runnable what) implements Command {}

  static final Go GO = new Go();

  /** A part at work: one of {@link CpuHost} and {@link ServiceHost}. */
  interface Host {
    void go();

    void ask(Ask ask);

    void answer(Answer answer);

    void signal(Signal signal);

    /** What the coordinator orders; empty when it is done, else why not. */
    String order(Order order);

    /** The CPU's unanswered part, or -1. */
    int unanswered();

    String describe();

    PartState freeze();
  }
}
