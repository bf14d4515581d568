package lastwords.machine;

import lastwords.kernelc.image.FunctionInfo;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;

/**
 * Booting: CPU 0 runs the kernel's initcalls, one after the other, in no emulated time. The timer
 * that it sets and the interrupts that it sends arrive once the machine runs.
 */
final class Boot {
  private static final int STEPS = 2_000_000; // per initcall
  private static final long INSTRUCTIONS = 50_000_000; // per initcall

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

  /** Boots; returns what is still in flight afterwards. */
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

  /** Serial output takes no time; interrupts wait until the machine runs. */
  private final class AtOnce implements Carrier {
    @Override
    public void wake(int number) {
      // no other CPU runs yet
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
      // recorded by the firmware
    }

    @Override
    public void dropped(int number, int vector, int fault, int from) {
      // there is no trace while the machine boots
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
