package lastwords.machine.fault;

import java.util.OptionalInt;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;

/**
 * A CPU is lost when it next takes an interrupt or NMI.
 *
 * @param number the CPU
 */
public record CorruptIdt(int id, int number, Trigger trigger) implements Fault {
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
  public OptionalInt cpu() {
    return OptionalInt.of(number);
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public String title() {
    return Fault.super.title() + " cpu" + number;
  }

  @Override
  public Fault with(int newId, Trigger when) {
    return new CorruptIdt(newId, number, when);
  }

  @Override
  public Fault ofCpu(int cpu) {
    return new CorruptIdt(id, cpu, trigger);
  }

  @Override
  public FaultForm form() {
    return new FaultForm(this);
  }
}
