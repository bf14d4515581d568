package lastwords.trace.story;

import java.util.Optional;
import lastwords.kernelc.image.Builtin;

/** What a call into hardware or firmware means to somebody who watches the machine. */
final class HardwareCalls {
  private HardwareCalls() {}

  /** Its words; empty for questions, which change nothing. */
  static Optional<String> text(Builtin builtin, long argument) {
    return Optional.ofNullable(
        switch (builtin) {
          case CRASH_NOTE -> "saves its registers for the crash dump";
          case JUMP_CRASH_KERNEL -> "jumps into the crash kernel";
          case RESET -> "resets the machine";
          case POWER_OFF -> "powers the machine off";
          case HYPERVISOR -> "tells the hypervisor: event " + argument;
          case LAPIC_DISABLE -> "turns its local APIC off";
          default -> null;
        });
  }
}
