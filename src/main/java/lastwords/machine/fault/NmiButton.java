package lastwords.machine.fault;

import java.util.OptionalInt;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;
import lastwords.machine.part.InterruptController;

/**
 * The BMC's NMI button: an external NMI.
 *
 * @param target the CPU that gets it; empty: the boot CPU
 * @param reason value of the NMI reason port
 */
public record NmiButton(int id, OptionalInt target, int reason, Trigger trigger) implements Fault {
  static final String WORD = "NMI_BUTTON";
  private static final int OUTSIDE = -1; // the sender

  /** The firmware learns the reason before the interrupt is sent. */
  @Override
  public int[] parts(Wiring wiring) {
    return new int[] {wiring.firmware(), wiring.interrupts()};
  }

  @Override
  public boolean strike(
      Board board, int part, boolean begins, long now, long draw, Effects effects) {
    if (begins && part == board.wiring().interrupts()) {
      int vector = InterruptController.NMI_VECTOR;
      board.interrupts().send(OUTSIDE, target.orElse(0), vector, now, draw, effects);
    } else if (begins) {
      board.firmware().pressNmi(reason);
    }
    return true;
  }

  @Override
  public boolean momentary() {
    return true;
  }

  @Override
  public OptionalInt cpu() {
    return target;
  }

  @Override
  public String word() {
    return WORD;
  }

  @Override
  public Fault with(int newId, Trigger when) {
    return new NmiButton(newId, target, reason, when);
  }

  @Override
  public Fault ofCpu(int cpu) {
    return new NmiButton(id, OptionalInt.of(cpu), reason, trigger);
  }

  @Override
  public FaultForm form() {
    FaultForm form = new FaultForm(id, word(), cpu(), nanos(), trigger);
    form.factor = reason;
    return form;
  }
}
