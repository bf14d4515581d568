package lastwords.machine;

import lastwords.kernelc.image.FunctionInfo;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;

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
  private final Carrier atOnce = new AtOnce();
  private final Event step = new Event.Step(0);

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
    for (int step = 0; cpu.mode() != CpuMode.DONE; step++) {
      if (cpu.deadline() != Long.MAX_VALUE) {
        cpu.timeout();
      }
      if (step > STEPS || instructions > INSTRUCTIONS || !cpu.runnable()) {
        throw new BootException(failure(initcall));
      }
      step();
      instructions += cpu.last().lastInstructions();
      if (cpu.last().lastOperation() == Operation.TRAP) {
        throw new BootException(failure(initcall));
      }
    }
  }

  private void step() {
    machine.apply(step, 0, 0, effects);
    if (!effects.isEmpty()) {
      effects.carryOut(atOnce);
      for (int port = 0; port < machine.wiring().uarts(); port++) {
        machine.uart(port).rewind();
      }
    }
  }

  /** Serial lines take no time; interrupts wait until the machine runs. */
  private final class AtOnce implements Carrier {
    @Override
    public void wake(int number) {
      // nobody else runs
    }

    @Override
    public void deliver(int number, int vector, long nanos, int from) {
      left.deliver(number, vector, nanos, from);
    }

    @Override
    public void timer(int number, int vector, long nanos) {
      left.timer(number, vector, nanos);
    }

    @Override
    public void uartNews(int port, long nanos) {
      machine.uart(port).elapsed(nanos, effects);
    }

    @Override
    public void uartDone(int number, long characters) {
      cpu.uartDone(characters);
    }

    @Override
    public void end(int how, int number) {
      // the firmware knows
    }

    @Override
    public void dropped(int number, int vector, int fault, int from) {
      // nobody looks at a machine that boots
    }
  }

  private String failure(int initcall) {
    FunctionInfo function = machine.image().functions().get(initcall);
    int pc = cpu.last().lastPc();
    String where =
        pc < 0 ? "" : " (" + machine.image().fileAt(pc) + ":" + machine.image().lineAt(pc) + ")";
    return "initcall " + function.name() + "() does not return: cpu0 is at " + cpu.mode() + where;
  }
}
