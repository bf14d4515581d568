package lastwords.trace.story;

import java.util.Optional;
import lastwords.kernelc.image.Builtin;

/** What a call into hardware or firmware means to somebody who watches the machine. */
final class HardwareCalls {
  private HardwareCalls() {}

  /**
   * Its words; empty for questions, which change nothing.
   *
   * @param text the argument's text, empty when it is none
   * @param result what came back
   */
  static Optional<String> text(Builtin builtin, String text, long result) {
    return Optional.ofNullable(
        switch (builtin) {
          case CRASH_NOTE -> "saves its registers for the crash dump";
          case JUMP_CRASH_KERNEL -> "jumps into the crash kernel";
          case RESET -> "resets the machine";
          case POWER_OFF -> "powers the machine off";
          case HYPERVISOR -> "tells the hypervisor through " + text;
          case LAPIC_DISABLE -> "turns its local APIC off";
          case DISK_IDENTIFY -> result < 0 ? "finds no way to the disk: error " + result : null;
          case DISK_VMCORE ->
              result < 0 ? "cannot save the dump: error " + result : "saves the dump";
          default -> null;
        });
  }
}
