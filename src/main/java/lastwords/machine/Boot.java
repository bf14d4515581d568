package lastwords.machine;

import lastwords.kernelc.image.FunctionInfo;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu;

/**
 * Booting: CPU 0 runs the kernel's initcalls, one after the other, which takes no emulated time.
 * The timer that it sets and the interrupts that it sends come when the machine runs.
 */
final class Boot {
  private static final int STEPS = 2_000_000; // of one initcall
  private static final long INSTRUCTIONS = 50_000_000; // of one initcall

  private final Machine machine;
  private final Cpu cpu;
  private final Effects effects = new Effects();
  private final Effects left = new Effects();

  Boot(Machine machine) {
    this.machine = machine;
    this.cpu = machine.cpu(0);
  }

  /** What is on its way afterwards. */
  Effects run() {
    machine.image().initcalls().forEach(this::run);
    return left;
  }

  private void run(int initcall) {
    cpu.start(initcall);
    long instructions = 0;
    for (int step = 0; cpu.mode() != Cpu.Mode.DONE; step++) {
      if (cpu.deadline() != Long.MAX_VALUE) {
        cpu.timeout();
      }
      if (step > STEPS || instructions > INSTRUCTIONS || !cpu.runnable()) {
        throw new BootException(failure(initcall));
      }
      step();
      instructions += cpu.lastInstructions();
      if (cpu.lastOperation() == Operation.TRAP) {
        throw new BootException(failure(initcall));
      }
    }
  }

  private void step() {
    if (cpu.step(0)) {
      machine.perform(cpu.request(), 0, 0, effects);
      cpu.complete(0);
    }
    sendAtOnce();
  }

  /** Serial lines take no time; interrupts wait until the machine runs. */
  private void sendAtOnce() {
    for (int i = 0; i < effects.size(); i++) {
      if (effects.kind(i) == Effects.UART) {
        machine.uart((int) effects.a(i)).elapsed(effects.c(i), effects);
      } else if (effects.kind(i) == Effects.UART_DONE) {
        cpu.uartDone(effects.b(i));
      } else if (effects.kind(i) == Effects.TIMER || effects.kind(i) == Effects.DELIVER) {
        left.add(effects.kind(i), effects.a(i), effects.b(i), effects.c(i), effects.d(i));
      }
    }
    if (!effects.isEmpty()) {
      effects.clear();
      for (int port = 0; port < machine.wiring().uarts(); port++) {
        machine.uart(port).rewind();
      }
    }
  }

  private String failure(int initcall) {
    FunctionInfo function = machine.image().functions().get(initcall);
    int pc = cpu.lastPc();
    String where =
        pc < 0 ? "" : " (" + machine.image().fileAt(pc) + ":" + machine.image().lineAt(pc) + ")";
    return "initcall " + function.name() + "() does not return: cpu0 is at " + cpu.mode() + where;
  }
}
