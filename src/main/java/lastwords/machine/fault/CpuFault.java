package lastwords.machine.fault;

import java.util.OptionalInt;
import java.util.OptionalLong;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;

/** A CPU itself fails. */
public sealed interface CpuFault extends Fault {
  /** The CPU. */
  int number();

  @Override
  default OptionalInt cpu() {
    return OptionalInt.of(number());
  }

  @Override
  default String title() {
    return Fault.super.title() + " cpu" + number();
  }

  @Override
  default FaultForm form() {
    return new FaultForm(id(), word(), cpu(), nanos(), trigger());
  }

  /**
   * A CPU executes nothing and answers nothing, not even NMIs.
   *
   * @param number the CPU
   * @param nanos for how long; empty: for good
   */
  record StallCpu(int id, int number, OptionalLong nanos, Trigger trigger) implements CpuFault {
    static final String WORD = "STALL_CPU";

    /** For good, from this time on. */
    public static StallCpu forGood(int id, int number, long atNanos) {
      return new StallCpu(id, number, OptionalLong.empty(), Trigger.at(atNanos));
    }

    /**
     * It also strikes the firmware: those that wait for the CPU to reach its state stop waiting if
     * it stalls for good.
     */
    @Override
    public int[] parts(Wiring wiring) {
      return nanos.isPresent() ? new int[] {number} : new int[] {number, wiring.firmware()};
    }

    @Override
    public boolean strike(
        Board board, int part, boolean begins, long now, long draw, Effects effects) {
      if (part == number) {
        board.cpu(number).stall(begins);
      } else if (begins) {
        board.firmware().givesUp(number, effects);
      }
      return true;
    }

    @Override
    public boolean freezes(int part) {
      return part == number;
    }

    @Override
    public boolean absence() {
      return nanos.isEmpty() && trigger.always();
    }

    @Override
    public Operation operation(boolean begins) {
      return begins ? Operation.STALL : Operation.RESUME;
    }

    @Override
    public String word() {
      return WORD;
    }

    @Override
    public Fault with(int newId, Trigger when) {
      return new StallCpu(newId, number, nanos, when);
    }

    @Override
    public Fault ofCpu(int cpu) {
      return new StallCpu(id, cpu, nanos, trigger);
    }
  }

  /**
   * A CPU is lost when it next takes an interrupt or NMI.
   *
   * @param number the CPU
   */
  record CorruptIdt(int id, int number, Trigger trigger) implements CpuFault {
    static final String WORD = "CORRUPT_IDT";

    @Override
    public int[] parts(Wiring wiring) {
      return new int[] {number};
    }

    @Override
    public boolean strike(
        Board board, int part, boolean begins, long now, long draw, Effects effects) {
      board.cpu(number).corruptIdt(begins);
      return true;
    }

    @Override
    public String word() {
      return WORD;
    }

    @Override
    public Fault with(int newId, Trigger when) {
      return new CorruptIdt(newId, number, when);
    }

    @Override
    public Fault ofCpu(int cpu) {
      return new CorruptIdt(id, cpu, trigger);
    }
  }
}
