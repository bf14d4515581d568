package lastwords.cluster.live;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.wire.WireMessage;
import lastwords.machine.Event;
import lastwords.machine.PartState;
import lastwords.machine.bus.Request;
import lastwords.machine.fault.Fault;
import lastwords.machine.text.Texts;

/** The protocol of live parts, and the interface of what handles it. */
public final class LivePart {
  private LivePart() {}

  /** A message to a live part's actor. */
  public sealed interface Command {
    /** Calls the handler for this command: faster than a search by type. */
    void reach(Receiver part);
  }

  /** The handlers of a live part. */
  interface Receiver {
    void onGo();

    void onAsk(Ask ask);

    void onLocalRequest(LocalRequest request);

    void onAnswer(Answer answer);

    void onSignal(Signal signal);

    void onAck(Ack ack);

    void onDue(Due due);

    void onOrder(Order order);

    void onWire(Wire wire);

    void onRewire(Rewire rewire);
  }

  /** Gives the addresses of all parts, and the number of each part's node in this machine. */
  public record Wire(
      long number,
      List<ActorRef<Command>> parts,
      List<Integer> origins,
      ActorRef<MachineProtocol.Command> machine)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onWire(this);
    }
  }

  /** Another coordinator has taken over; answered by a {@link MachineProtocol.Report}. */
  public record Rewire(long number, ActorRef<MachineProtocol.Command> machine)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onRewire(this);
    }
  }

  /**
   * From the coordinator; answered by a {@link MachineProtocol.Report} with the same number.
   *
   * @param kind what to do
   * @param a a CPU, a number of steps or a part, depending on the kind
   * @param b START, RESUME: the coordinator's emulated time
   * @param fault that begins or ends
   */
  public record Order(long number, OrderKind kind, long a, long b, Optional<Fault> fault)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onOrder(this);
    }
  }

  /** What a coordinator can order. */
  public enum OrderKind {
    START,
    PAUSE,
    RESUME,
    /** To a CPU of a paused machine: make {@code a} steps. */
    STEP,
    FAULT_BEGINS,
    FAULT_ENDS,
    /** Node number {@code a} is gone: expect no answers from its parts. */
    LOST,
    /** The run is over: report your state and stop. */
    FREEZE,
    /** Report what you are doing. */
    LOOK
  }

  /** From a CPU: perform this operation. Repeated until answered. */
  public record Ask(
      int cpu, long number, Request request, long clock, long nanos, List<Texts.Definition> texts)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onAsk(this);
    }
  }

  /** To a CPU: the answer to the request of that number. */
  public record Answer(
      int part,
      long number,
      long result,
      long text,
      long clock,
      long nanos,
      List<Texts.Definition> texts)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onAnswer(this);
    }
  }

  /**
   * To a CPU: an event has reached it.
   *
   * @param number 0 if the signal may get lost; else it is repeated until acknowledged
   * @param part the sender
   */
  public record Signal(Event event, int part, long number, long clock, long nanos)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onSignal(this);
    }
  }

  /** To a part: the signal or notice with that number has arrived. */
  public record Ack(long number) implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onAck(this);
    }
  }

  /**
   * From a CPU to a part of its own node, and back with the answer. Each CPU has a single one,
   * which never leaves the node. Both may write to it, since all parts of a node share a thread.
   */
  static final class LocalRequest implements Command {
    final Request request;
    boolean stops; // makes a port stop sending, because the CPU is about to be stalled
    long asked; // emulated ns
    long seq; // number of the event with which the CPU's step ends
    int context; // of that step
    long argument; // of that step
    boolean withdrawn; // the CPU no longer waits for an answer
    boolean performed;
    long nanos; // emulated time at which it was performed

    LocalRequest(Request request) {
      this.request = request;
    }

    @Override
    public void reach(Receiver part) {
      part.onLocalRequest(this);
    }
  }

  /** To itself: go on. */
  record Go() implements Command {
    @Override
    public void reach(Receiver part) {
      part.onGo();
    }
  }

  /** To itself: a timer has expired. */
  record Due(Runnable what) implements Command {
    @Override
    public void reach(Receiver part) {
      part.onDue(this);
    }
  }

  static final Go GO = new Go();

  /** What runs a part: {@link CpuHost} or {@link ServiceHost}. */
  interface Host {
    void go();

    void ask(Ask ask);

    /** To a part: a request from a CPU on this node; to a CPU: its own request, answered. */
    void localRequest(LocalRequest request);

    void answer(Answer answer);

    void signal(Signal signal);

    /** Carries out an order; returns why it cannot, or an empty string. */
    String order(Order order);

    /** The part whose answer the CPU waits for, or -1. */
    int unanswered();

    String describe();

    PartState freeze();
  }
}
