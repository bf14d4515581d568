package lastwords.machine;

import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.Wiring;
import lastwords.machine.fault.Fault;

/**
 * Something that happens to a part of a machine. Engines and hosts choose which event happens, and
 * when; only this file defines what an event does: {@link Machine#apply}, or in two halves where
 * the parts live in different processes.
 */
public sealed interface Event {
  /** How far an event gets with what its part can do alone. */
  enum Progress {
    DONE,
    /** The part ignores it. */
    IGNORED,
    /** The part named in the CPU's request has to perform it; {@link #end} follows. */
    ASKS
  }

  /** The part to which it happens. */
  int part(Wiring wiring);

  /**
   * Lets it happen, up to a request that a CPU may have for another part.
   *
   * @param now emulated time in ns
   * @param draw random number
   * @param effects receives its effects on other parts
   */
  Progress begin(Machine machine, long now, long draw, Effects effects);

  /** Finishes it when the other part has answered. */
  default void end(Machine machine, long now, long draw, Effects effects) {}

  /** Does the step continue after this event? Then the event is applied again. */
  default boolean goesOn(Machine machine) {
    return false;
  }

  /** Dispatches on the kind of event: a kind that is forgotten does not compile. */
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

  /** A CPU takes a step. */
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

    /** An atomic section is one step. */
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
   * @param from the sender; -1: from outside the machine, or unknown
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

    /** The record of it for the trace. */
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

  /** The deadline of a CPU has passed. */
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

  /** A CPU's transfer has ended: the text is sent. */
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

  /** The time that a serial port asked for has come. */
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

  /** Part of a CPU's text is sent, for engines without a clock. */
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
   * A fault begins or ends at one of the parts that it affects.
   *
   * @param part one of {@link Fault#parts}, which get one event each, in that order
   */
  record FaultStrikes(Fault fault, int part, boolean begins) implements Event {
    @Override
    public int part(Wiring wiring) {
      return part;
    }

    /** The serial port of a CPU that is about to freeze stops first. */
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
