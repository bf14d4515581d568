package lastwords.cluster.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import lastwords.cluster.agent.FaultLog;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.engine.FaultDriver;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.bus.Wiring;
import lastwords.verdict.FaultCount;

/**
 * Where a live machine gets its faults: those of its scenario when their time has come, and those
 * that users inject and withdraw. It keeps count of those that have struck.
 */
final class FaultDesk {
  private final LiveRun run;
  private final FaultLog faults;
  private final List<FaultRule> timed = new ArrayList<>(); // whose time has not come

  FaultDesk(LiveRun run) {
    this.run = run;
    this.faults = new FaultLog(run.bundle.faults());
    run.bundle.faults().stream().filter(FaultDriver::timed).forEach(timed::add);
  }

  List<FaultInfo> infos() {
    return faults.infos();
  }

  /** Goes on with what an earlier coordinator had. */
  void restore(List<FaultLog.Kept> known) {
    faults.restore(known);
    timed.clear();
    known.stream().filter(FaultLog.Kept::due).map(FaultLog.Kept::rule).forEach(timed::add);
  }

  /** For a successor. */
  List<FaultLog.Kept> kept() {
    return faults.kept(timed);
  }

  /** How often each fault has fired. */
  List<FaultCount> counts() {
    return faults.counts();
  }

  // ---- what users want ----

  void inject(Do request) {
    if (!run.status.is(State.RUNNING) && !run.status.is(State.PAUSED)) {
      throw new NodeException(
          Kind.CONFLICT, run.order.name() + " is " + run.status.word() + ": it takes no faults");
    }
    FaultRule rule =
        FaultLog.after(run.bundle.fault(request.text(), faults.next()), run.clock.nanos());
    run.whereabouts.need(run.machine.partOf(rule));
    faults.add(rule, request.text());
    if (rule.atNanos() > run.clock.nanos() && FaultDriver.timed(rule)) {
      timed.add(rule);
      answer(request, rule);
    } else {
      begin(rule, report -> injected(request, rule, report));
    }
  }

  private void injected(Do request, FaultRule rule, Report report) {
    if (report.refusal().isEmpty()) {
      answer(request, rule);
    } else {
      faults.remove(rule.id());
      request.refuse(Kind.REFUSED, report.refusal());
    }
  }

  /** What is answered is kept, whatever becomes of this node. */
  private void answer(Do request, FaultRule rule) {
    FaultInfo info = faults.info(rule.id()).orElseThrow();
    run.keeping.change(() -> request.answer(info));
  }

  void withdraw(Do request) {
    FaultRule rule = withdrawable((int) request.a());
    int part = run.machine.partOf(rule);
    run.whereabouts.need(part);
    timed.remove(rule);
    run.orders.fault(
        part,
        OrderKind.FAULT_ENDS,
        rule,
        report -> {
          faults.withdrawn(rule.id());
          answer(request, rule);
        });
  }

  private FaultRule withdrawable(int number) {
    FaultInfo fault =
        faults
            .info(number)
            .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "no fault " + number));
    FaultRule rule = faults.rule(number).orElseThrow();
    if (fault.state() == FaultInfo.State.WITHDRAWN || rule.kind() == FaultRule.Kind.NMI_BUTTON) {
      throw new NodeException(Kind.CONFLICT, "fault " + number + " cannot be withdrawn any more");
    }
    if (run.status.over()) {
      throw new NodeException(Kind.CONFLICT, run.order.name() + " has ended");
    }
    return rule;
  }

  // ---- faults that strike ----

  /** Has those begin whose time has come. */
  void strike() {
    for (FaultRule rule : List.copyOf(timed)) {
      if (run.clock.nanos() >= rule.atNanos()) {
        timed.remove(rule);
        begin(rule, report -> {});
      }
    }
  }

  private void begin(FaultRule rule, Consumer<Report> then) {
    if (FaultDriver.timed(rule)) {
      run.note(fired(rule.id(), run.clock.nanos()));
      run.keeping.change();
    }
    if (rule.kind() == FaultRule.Kind.NMI_BUTTON) {
      press(rule, then);
    } else {
      run.orders.fault(run.machine.partOf(rule), OrderKind.FAULT_BEGINS, rule, then);
    }
    if (rule.forGood() && !FaultDriver.placed(rule)) {
      giveUp(rule);
    }
  }

  /** Whoever waits for that CPU to be in its state waits no more. */
  private void giveUp(FaultRule rule) {
    int firmware = run.machine.wiring().firmware();
    run.orders.fault(firmware, OrderKind.FAULT_BEGINS, rule, report -> {});
  }

  /** The firmware gets to know why before the interrupt is sent. */
  private void press(FaultRule rule, Consumer<Report> then) {
    int cpu = Math.max(0, rule.cpu());
    long reason = rule.factor();
    Wiring wiring = run.machine.wiring();
    run.orders.order(
        wiring.firmware(),
        OrderKind.PRESS,
        cpu,
        reason,
        pressed -> run.orders.order(wiring.interrupts(), OrderKind.PRESS, cpu, reason, then));
  }

  /** A part tells of a fault that has struck, or of an interrupt that a fault has lost. */
  void take(Notice notice) {
    if (notice.kind() == NoticeKind.FIRED) {
      run.told(fired((int) notice.a(), notice.nanos()));
      faults.rule((int) notice.a()).filter(FaultRule::forGood).ifPresent(this::giveUp);
    } else {
      dropped(notice);
    }
  }

  private String fired(int id, long nanos) {
    faults.fired(id);
    return faults.rule(id).map(FaultDriver::describe).orElse("fault " + id)
        + " at "
        + nanos
        + " ns";
  }

  private void dropped(Notice notice) {
    int rule = (int) notice.b();
    long vector = notice.b() >>> 32;
    String sender = notice.c() < 0 ? "" : " from cpu" + notice.c();
    faults.fired(rule);
    String what = "fault " + rule + ": interrupt " + vector + sender + " to cpu" + notice.a();
    run.told(what + " was lost at " + notice.nanos() + " ns");
  }
}
