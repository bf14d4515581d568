package lastwords.cluster.live;

import java.util.ArrayList;
import java.util.List;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import lastwords.engine.FaultDriver;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Random;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Fault;

/**
 * The faults of one CPU: those triggered at a place in its code, and those that begin and end from
 * outside, between two of its steps.
 */
final class CpuFaults {
  private final CpuHost host;
  private final PartLink link;
  private final Machine machine;
  private final Cpu cpu;
  private final CpuEvents events;
  private final FaultDriver.LockHolders holders;
  private final List<FaultDriver> placed = new ArrayList<>();
  private boolean stopping; // the port stops, then the CPU is stalled

  CpuFaults(CpuHost host, PartLink link, Cpu cpu, CpuEvents events) {
    this.host = host;
    this.link = link;
    this.machine = link.site.machine();
    this.cpu = cpu;
    this.events = events;
    this.holders = new FaultDriver.LockHolders(machine.wiring().locks(), machine::lockName);
    link.site.faults().forEach(this::place);
  }

  private void place(Fault fault) {
    if (fault.trigger().placed() && fault.names(cpu.number())) {
      placed.add(new FaultDriver(machine.image(), List.of(fault)));
    }
  }

  /** Checks whether the step that the CPU has just made triggers a fault. */
  void stepped(LastStep step, long now) {
    if (!placed.isEmpty()) {
      holders.take(cpu.number(), step);
      List.copyOf(placed).forEach(driver -> strike(driver, step, now));
    }
  }

  private void strike(FaultDriver driver, LastStep step, long now) {
    long draw = Random.mix(link.site.seed(), link.count());
    if (driver.fires(0, cpu.number(), step, holders, now, draw)) {
      Fault fault = driver.fault(0);
      link.notice(NoticeKind.FIRED, fault.id(), 0, 0);
      host.afterStep(() -> apply(fault, true));
    }
  }

  /** Begins a fault from outside: at a place in the code, or now. */
  void begin(Fault fault) {
    if (fault.trigger().placed()) {
      place(fault);
    } else {
      host.betweenSteps(() -> apply(fault, true));
    }
  }

  void end(Fault fault) {
    placed.removeIf(driver -> driver.fault(0).id() == fault.id());
    host.betweenSteps(() -> apply(fault, false));
  }

  private void apply(Fault fault, boolean begins) {
    boolean freezes = begins && fault.freezes(cpu.number());
    if (freezes && !stopping && cpu.stopSending()) {
      stopping = true;
      host.stopSending(() -> apply(fault, true));
      return;
    }
    stopping = false;
    Event event = new Event.FaultStrikes(fault, cpu.number(), begins);
    events.happened(event, machine.apply(event, link.nanos(), 0, new Effects()));
    if (begins && fault.nanos().isPresent()) {
      long wall = link.site.clock().wallUntil(link.nanos() + fault.nanos().getAsLong());
      link.later(wall, () -> host.betweenSteps(() -> apply(fault, false)));
    }
    link.go();
  }
}
