package lastwords.machine;

import lastwords.machine.cpu.Cpu;

/** Is a CPU waiting for something that has no deadline? */
public final class Stuck {
  private Stuck() {}

  public static boolean is(Cpu cpu) {
    return switch (cpu.mode()) {
      case LOCK, FOREVER, LOST -> true;
      case POLL, UART -> cpu.deadline() == Long.MAX_VALUE;
      case HALTED -> !cpu.irqsOn();
      default -> cpu.stalled();
    };
  }
}
