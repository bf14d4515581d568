package lastwords.engine;

import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;

/** A machine whose parts live in one array of this process. */
public final class LocalHost implements Host {
  private final Machine machine;

  public LocalHost(Machine machine) {
    this.machine = machine;
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
    return machine.cpu(cpu).last();
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
  public Machine machine() {
    return machine;
  }

  @Override
  public Machine finished() {
    return machine;
  }
}
