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

/** The protocol of a part of a machine that runs live, and what each kind of part makes of it. */
public final class LivePart {
  private LivePart() {}

  /** What a live part's actor accepts. */
  public sealed interface Command {
    /** Has the part do what this command is for: to find that out by its type takes longer. */
    void reach(Receiver part);
  }

  /** What a live part does with each command. */
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

  /** Where the others are, and the node of each by its number in this machine. */
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
   * @param a a CPU, a number of steps, a part: by kind
   * @param b the coordinator's emulated time with START and RESUME
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
   * To a CPU: something reached it.
   *
   * @param number 0 when nobody minds whether it arrives; else it is repeated until acknowledged
   * @param part the part that tells it
   */
  public record Signal(Event event, int part, long number, long clock, long nanos)
      implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onSignal(this);
    }
  }

  /** To a part: the signal of that number, or what the coordinator was told, has arrived. */
  public record Ack(long number) implements Command, WireMessage {
    @Override
    public void reach(Receiver part) {
      part.onAck(this);
    }
  }

  /**
   * From a CPU to a part of its own node, and back with the answer. Each CPU has one, which never
   * leaves the node: all parts there share a thread, so each of the two sees what the other wrote.
   */
  static final class LocalRequest implements Command {
    final Request request;
    boolean stops; // a port stops sending, because the CPU is to be stalled
    long asked; // emulated ns
    long seq; // number of the event with which the CPU's step ends
    int context; // of that step
    long argument; // of that step
    boolean withdrawn; // the CPU does not wait for an answer any more
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

  /** To itself: the time has come that was waited for. */
  record Due(Runnable what) implements Command {
    @Override
    public void reach(Receiver part) {
      part.onDue(this);
    }
  }

  static final Go GO = new Go();

  /** A part at work: one of {@link CpuHost} and {@link ServiceHost}. */
  interface Host {
    void go();

    void ask(Ask ask);

    /** From a CPU of this node; to a CPU: its own, with the answer. */
    void localRequest(LocalRequest request);

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
