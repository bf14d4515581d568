package lastwords.trace.story;

import java.util.Optional;
import lastwords.kernelc.image.Builtin;

/** The meaning of a call into hardware or firmware to an observer of the machine. */
final class HardwareCalls {
  private HardwareCalls() {}

  /**
   * The words for it; empty for queries, which change nothing.
   *
   * @param text the argument's text, empty if it is not a text
   * @param result the answer
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
