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

/** Something that goes wrong in a machine: what, when, and what that does to which parts. */
public sealed interface Fault permits InterruptFault, CpuFault, DeviceFault, NmiButton {
  /** Unique in its run, for messages. */
  int id();

  /** When it strikes. */
  Trigger trigger();

  /** Its kind as a word, {@code STALL_CPU}: recordings have it. */
  String word();

  /**
   * The parts that it does something to, in the order in which it does; the first is the one that
   * it is a fault of.
   */
  int[] parts(Wiring wiring);

  /**
   * It begins or ends at one of its {@link #parts}; false when the part has no room for it.
   *
   * @param now emulated time in ns
   * @param draw random number
   * @param effects takes what it does to others
   */
  boolean strike(Board board, int part, boolean begins, long now, long draw, Effects effects);

  /** The same fault under another number, at another time. */
  Fault with(int id, Trigger trigger);

  /** In the flat form that recordings and messages have. */
  @JsonValue
  FaultForm form();

  /**
   * The fault in that form.
   *
   * @throws IllegalArgumentException when there is no such kind, or it lacks what that needs
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

  /** The CPU that it concerns. */
  default OptionalInt cpu() {
    return OptionalInt.empty();
  }

  /** The same fault of another CPU, if it is one of a CPU. */
  default Fault ofCpu(int cpu) {
    return this;
  }

  /** The same fault of another interrupt, if it is one of interrupts. */
  default Fault ofVector(int vector) {
    return this;
  }

  /** Does it name that CPU? */
  default boolean names(int cpu) {
    return cpu().isPresent() && cpu().getAsInt() == cpu;
  }

  /** What it says to the interrupt controller, if it is one of interrupts on their way. */
  default Optional<InterruptRule> rule() {
    return Optional.empty();
  }

  /** Does it begin at a time, or at the start? Else at a place, or with an interrupt. */
  default boolean timed() {
    return !trigger().placed() && rule().isEmpty();
  }

  /** After how many ns it ends by itself; empty: not at all. */
  default OptionalLong nanos() {
    return OptionalLong.empty();
  }

  /** Is it over as soon as it has struck, so that it cannot be taken back? */
  default boolean momentary() {
    return false;
  }

  /** Does it keep a CPU from ever running, from the start? */
  default boolean absence() {
    return false;
  }

  /** Does it leave a CPU, at this part, standing still? Its serial port has to stop first. */
  default boolean freezes(int part) {
    return false;
  }

  /** How traces call it when it begins or ends. */
  default Operation operation(boolean begins) {
    return Operation.FAULT;
  }

  /** In a few words: {@code garble console}. */
  default String title() {
    return word().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
