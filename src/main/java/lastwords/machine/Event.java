package lastwords.machine;

import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.Wiring;
import lastwords.machine.fault.Fault;

/**
 * Something that happens to a part of a machine. Engines and hosts choose events, and when; what an
 * event does is said here, once: {@link Machine#apply}, or in halves where the parts live apart.
 */
public sealed interface Event {
  /** How far an event came by what its part can do alone. */
  enum Progress {
    DONE,
    /** The part takes no notice of it. */
    IGNORED,
    /** The CPU's request has to be performed by the part that it names, then comes {@link #end}. */
    ASKS
  }

  /** The part that it happens to. */
  int part(Wiring wiring);

  /**
   * It happens, up to the question that a CPU may have for another part.
   *
   * @param now emulated time in ns
   * @param draw random number
   * @param effects takes what it does to others
   */
  Progress begin(Machine machine, long now, long draw, Effects effects);

  /** The answer has come. */
  default void end(Machine machine, long now, long draw, Effects effects) {}

  /** Is it only a piece of what has to happen at once? Then it happens again. */
  default boolean goesOn(Machine machine) {
    return false;
  }

  /** Does something else with each kind of event: a kind that somebody forgets does not compile. */
  interface Visitor<T> {
    T step(Step event);

    T deliver(Deliver event);

    T wake(Wake event);

    T timeout(Timeout event);

    T uartDone(UartDone event);

    T uartNews(UartNews event);

    T uartSends(UartSends event);

    T faultStrikes(FaultStrikes event);
  }

  <T> T accept(Visitor<T> visitor);

  /** A CPU makes a step. */
  record Step(int cpu) implements Event {
    @Override
    public int part(Wiring wiring) {
      return cpu;
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      return machine.cpu(cpu).step(now) ? Progress.ASKS : Progress.DONE;
    }

    @Override
    public void end(Machine machine, long now, long draw, Effects effects) {
      machine.cpu(cpu).complete(now);
    }

    /** A section of the code is one step. */
    @Override
    public boolean goesOn(Machine machine) {
      return machine.cpu(cpu).inSection();
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.step(this);
    }
  }

  /**
   * An interrupt reaches a CPU.
   *
   * @param from the sender; -1: from outside the machine, or nobody knows
   */
  record Deliver(int cpu, int vector, int from) implements Event {
    @Override
    public int part(Wiring wiring) {
      return cpu;
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      return machine.cpu(cpu).deliver(vector) ? Progress.DONE : Progress.IGNORED;
    }

    /** For the trace. */
    public StepRecord record(boolean noticed, long seq, long nanos) {
      Operation operation = noticed ? Operation.DELIVER : Operation.DROP;
      return StepRecord.of(seq, nanos, cpu, operation, vector, from, 0);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.deliver(this);
    }
  }

  /** What a CPU waits for has changed. */
  record Wake(int cpu) implements Event {
    @Override
    public int part(Wiring wiring) {
      return cpu;
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      machine.cpu(cpu).wake();
      return Progress.DONE;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.wake(this);
    }
  }

  /** A CPU's deadline has passed. */
  record Timeout(int cpu) implements Event {
    @Override
    public int part(Wiring wiring) {
      return cpu;
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      machine.cpu(cpu).timeout();
      return Progress.DONE;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.timeout(this);
    }
  }

  /** A CPU's text is out. */
  record UartDone(int cpu, long characters) implements Event {
    @Override
    public int part(Wiring wiring) {
      return cpu;
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      machine.cpu(cpu).uartDone(characters);
      return Progress.DONE;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.uartDone(this);
    }
  }

  /** The time has come at which a serial port has news. */
  record UartNews(int port) implements Event {
    @Override
    public int part(Wiring wiring) {
      return wiring.uart(port);
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      machine.uart(port).elapsed(now, effects);
      return Progress.DONE;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.uartNews(this);
    }
  }

  /** Some of a CPU's text goes out, for engines without a clock. */
  record UartSends(int port, int cpu) implements Event {
    @Override
    public int part(Wiring wiring) {
      return wiring.uart(port);
    }

    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      machine.uart(port).sendPart(cpu, effects);
      return Progress.DONE;
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.uartSends(this);
    }
  }

  /**
   * A fault begins, or ends, at one of the parts that it does something to.
   *
   * @param part one of {@link Fault#parts}; each gets to know, in that order
   */
  record FaultStrikes(Fault fault, int part, boolean begins) implements Event {
    @Override
    public int part(Wiring wiring) {
      return part;
    }

    /** A CPU that is to stand still has its serial port stop first. */
    @Override
    public Progress begin(Machine machine, long now, long draw, Effects effects) {
      if (begins && fault.freezes(part) && machine.cpu(part).stopSending()) {
        return Progress.ASKS;
      }
      return strike(machine, now, draw, effects) ? Progress.DONE : Progress.IGNORED;
    }

    @Override
    public void end(Machine machine, long now, long draw, Effects effects) {
      machine.cpu(part).complete(now);
      strike(machine, now, draw, effects);
    }

    private boolean strike(Machine machine, long now, long draw, Effects effects) {
      return fault.strike(machine, part, begins, now, draw, effects);
    }

    @Override
    public <T> T accept(Visitor<T> visitor) {
      return visitor.faultStrikes(this);
    }
  }
}
