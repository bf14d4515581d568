package lastwords.engine;

import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.bus.Effects;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Fault;

/** A machine whose parts live in one array of this process. */
public final class LocalHost implements Host {
  private static final int SECTION = 10_000; // operations of one

  private final Machine machine;

  public LocalHost(Machine machine) {
    this.machine = machine;
  }

  @Override
  public void begin() {
    machine.shareMemory();
  }

  @Override
  public void step(int number, long now, long draw, StepReport report, Effects effects) {
    Cpu cpu = machine.cpu(number);
    step(cpu, now, draw, effects);
    for (int i = 0; i < SECTION && cpu.inSection(); i++) {
      step(cpu, now, draw, effects);
    }
    report.take(cpu);
  }

  private void step(Cpu cpu, long now, long draw, Effects effects) {
    if (cpu.step(now)) {
      machine.perform(cpu.request(), now, draw, effects);
      cpu.complete(now);
    }
  }

  @Override
  public boolean runnable(int cpu) {
    return machine.cpu(cpu).runnable();
  }

  @Override
  public long deadline(int cpu) {
    return machine.cpu(cpu).deadline();
  }

  @Override
  public boolean stuck(int cpu) {
    return Stuck.is(machine.cpu(cpu));
  }

  @Override
  public boolean deliver(int cpu, int vector) {
    return machine.cpu(cpu).deliver(vector);
  }

  @Override
  public void wake(int cpu) {
    machine.cpu(cpu).wake();
  }

  @Override
  public void timeout(int cpu) {
    machine.cpu(cpu).timeout();
  }

  @Override
  public void uartDone(int cpu, long characters) {
    machine.cpu(cpu).uartDone(characters);
  }

  @Override
  public void uartElapsed(int port, long now, Effects effects) {
    machine.uart(port).elapsed(now, effects);
  }

  @Override
  public void fault(Fault fault, boolean begins, long now, long draw, Effects effects) {
    for (int part : fault.parts(machine.wiring())) {
      if (begins && fault.freezes(part) && machine.cpu(part).stopSending()) {
        machine.perform(machine.cpu(part).request(), now, draw, effects);
        machine.cpu(part).complete(now);
      }
      fault.strike(machine, part, begins, now, draw, effects);
    }
  }

  @Override
  public Machine machine() {
    return machine;
  }

  @Override
  public Machine finished() {
    return machine;
  }
}
