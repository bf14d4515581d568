package lastwords.cluster.live;

import java.util.ArrayList;
import java.util.List;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import lastwords.engine.FaultDriver;
import lastwords.engine.StepReport;
import lastwords.machine.Machine;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.bus.FaultRule.Kind;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Random;
import lastwords.machine.cpu.Cpu;

/**
 * The faults of one CPU: those that wait for a place in its code, and those that begin and end from
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

  private void place(FaultRule rule) {
    if (FaultDriver.placed(rule) && rule.cpu() == cpu.number()) {
      placed.add(new FaultDriver(machine.image(), List.of(rule)));
    }
  }

  /** The CPU has made a step: does that bring it to a fault's place? */
  void stepped(StepReport report, long now) {
    if (!placed.isEmpty()) {
      holders.take(cpu.number(), report);
      List.copyOf(placed).forEach(driver -> strike(driver, report, now));
    }
  }

  private void strike(FaultDriver driver, StepReport report, long now) {
    long draw = Random.mix(link.site.seed(), link.count());
    if (driver.fires(0, cpu.number(), report, holders, now, draw)) {
      FaultRule rule = driver.rule(0);
      link.notice(NoticeKind.FIRED, rule.id(), 0, 0);
      host.afterStep(() -> apply(rule, true));
    }
  }

  /** A fault from outside: at a place in the code, or now. */
  void begin(FaultRule rule) {
    if (FaultDriver.placed(rule)) {
      place(rule);
    } else {
      host.betweenSteps(() -> apply(rule, true));
    }
  }

  void end(FaultRule rule) {
    placed.removeIf(driver -> driver.rule(0).id() == rule.id());
    host.betweenSteps(() -> apply(rule, false));
  }

  private void apply(FaultRule rule, boolean begins) {
    boolean stall = rule.kind() == Kind.STALL_CPU;
    if (stall && begins && !stopping && cpu.stopSending()) {
      stopping = true;
      host.stopSending(() -> apply(rule, true));
      return;
    }
    stopping = false;
    Operation operation = !stall ? Operation.FAULT : begins ? Operation.STALL : Operation.RESUME;
    events.fault(operation, rule, begins);
    machine.fault(rule, begins);
    if (stall && begins && rule.nanos() >= 0) {
      long wall = link.site.clock().wallUntil(link.nanos() + rule.nanos());
      link.later(wall, () -> host.betweenSteps(() -> apply(rule, false)));
    }
    link.go();
  }
}
