package lastwords.engine;

import java.util.Arrays;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;
import lastwords.machine.cpu.Cpu;

/** A machine whose parts live in one array of this process. */
public final class LocalHost implements Host {
  private final Machine machine;
  private final Cpu[] cpus; // those of the machine

  public LocalHost(Machine machine) {
    this.machine = machine;
    this.cpus = new Cpu[machine.cpus()];
    Arrays.setAll(cpus, machine::cpu);
  }

  @Override
  public void begin() {
    machine.shareMemory();
  }

  @Override
  public boolean apply(Event event, long now, long draw, Effects effects) {
    return machine.apply(event, now, draw, effects);
  }

  @Override
  public LastStep last(int cpu) {
    return cpus[cpu].last();
  }

  @Override
  public boolean runnable(int cpu) {
    return cpus[cpu].runnable();
  }

  @Override
  public long deadline(int cpu) {
    return cpus[cpu].deadline();
  }

  @Override
  public boolean stuck(int cpu) {
    return Stuck.is(cpus[cpu]);
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
