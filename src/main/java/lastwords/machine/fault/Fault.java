package lastwords.machine.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;

/** Something that goes wrong in a machine: what, when, and its effect on which parts. */
public sealed interface Fault permits InterruptFault, CpuFault, DeviceFault, NmiButton {
  /** Unique within its run; used in messages. */
  int id();

  /** When it strikes. */
  Trigger trigger();

  /** Its kind as written in recordings: {@code STALL_CPU}. */
  String word();

  /** The parts that it affects, in the order in which it does; the first is the part that fails. */
  int[] parts(Wiring wiring);

  /**
   * Begins or ends at one of its {@link #parts}; false if the part has no room for it.
   *
   * @param now emulated time in ns
   * @param draw random number
   * @param effects receives its effects on other parts
   */
  boolean strike(Board board, int part, boolean begins, long now, long draw, Effects effects);

  /** The same fault with another id, at another time. */
  Fault with(int id, Trigger trigger);

  /** Its flat form, in recordings and messages. */
  @JsonValue
  FaultForm form();

  /**
   * The fault in that form.
   *
   * @throws IllegalArgumentException if there is no such kind, or it lacks a value that the kind
   *     needs
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Fault of(FaultForm it) {
    return switch (it.kind) {
      case CpuFault.StallCpu.WORD ->
          new CpuFault.StallCpu(it.id, it.cpu, it.lasting(), it.trigger());
      case CpuFault.CorruptIdt.WORD -> new CpuFault.CorruptIdt(it.id, it.cpu, it.trigger());
      case NmiButton.WORD ->
          new NmiButton(it.id, FaultForm.chosen(it.cpu), it.factor, it.trigger());
      default ->
          it.kind.endsWith(InterruptFault.SUFFIX) ? InterruptFault.of(it) : DeviceFault.of(it);
    };
  }

  // ---- what most faults have in common ----

  /** The CPU that it affects. */
  default OptionalInt cpu() {
    return OptionalInt.empty();
  }

  /** The same fault of another CPU, if it affects a CPU. */
  default Fault ofCpu(int cpu) {
    return this;
  }

  /** The same fault of another vector, if it affects interrupts. */
  default Fault ofVector(int vector) {
    return this;
  }

  /** Does it name this CPU? */
  default boolean names(int cpu) {
    return cpu().isPresent() && cpu().getAsInt() == cpu;
  }

  /** Its rule for the interrupt controller, if it affects interrupts in flight. */
  default Optional<InterruptRule> rule() {
    return Optional.empty();
  }

  /**
   * Does it begin at a time, or at the start? Otherwise it begins at a place in the code, or with
   * an interrupt.
   */
  default boolean timed() {
    return !trigger().placed() && rule().isEmpty();
  }

  /** Duration in ns; empty: it does not end by itself. */
  default OptionalLong nanos() {
    return OptionalLong.empty();
  }

  /** Is it over as soon as it has struck, so that it cannot be undone? */
  default boolean momentary() {
    return false;
  }

  /** Does it keep a CPU from ever running, from the start? */
  default boolean absence() {
    return false;
  }

  /** Does it freeze a CPU, at this part? Then the CPU's serial port has to stop first. */
  default boolean freezes(int part) {
    return false;
  }

  /** Its name in traces when it begins or ends. */
  default Operation operation(boolean begins) {
    return Operation.FAULT;
  }

  /** In a few words: {@code garble console}. */
  default String title() {
    return word().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
