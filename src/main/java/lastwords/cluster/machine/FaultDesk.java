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
import lastwords.machine.fault.Fault;
import lastwords.outcome.FaultCount;

/**
 * Injects a live machine's faults: those of its scenario at their times, and those of users. Counts
 * their firings.
 */
final class FaultDesk {
  private final LiveRun run;
  private final FaultLog faults;
  private final List<Fault> timed = new ArrayList<>(); // whose time is still to come

  FaultDesk(LiveRun run) {
    this.run = run;
    this.faults = new FaultLog(run.bundle.faults());
    run.bundle.faults().stream().filter(Fault::timed).forEach(timed::add);
  }

  List<FaultInfo> infos() {
    return faults.infos();
  }

  /** Continues with an earlier coordinator's faults. */
  void restore(List<FaultLog.Kept> known) {
    faults.restore(known);
    timed.clear();
    known.stream().filter(FaultLog.Kept::due).map(FaultLog.Kept::fault).forEach(timed::add);
  }

  /** For a successor. */
  List<FaultLog.Kept> kept() {
    return faults.kept(timed);
  }

  /** How often each fault has fired. */
  List<FaultCount> counts() {
    return faults.counts();
  }

  // ---- users' requests ----

  void inject(Do request) {
    if (!run.status.is(State.RUNNING) && !run.status.is(State.PAUSED)) {
      throw new NodeException(
          Kind.CONFLICT,
          run.order.name() + " " + run.status.predicate() + ": it accepts no faults");
    }
    Fault fault =
        FaultLog.after(run.bundle.fault(request.text(), faults.next()), run.clock.nanos());
    run.whereabouts.need(run.machine.partOf(fault));
    faults.add(fault, request.text());
    if (fault.trigger().atNanos() > run.clock.nanos() && fault.timed()) {
      timed.add(fault);
      answer(request, fault);
    } else {
      begin(fault, report -> injected(request, fault, report));
    }
  }

  private void injected(Do request, Fault fault, Report report) {
    if (report.refusal().isEmpty()) {
      answer(request, fault);
    } else {
      faults.remove(fault.id());
      request.refuse(Kind.REFUSED, report.refusal());
    }
  }

  /** Answers once a change is kept on other nodes, to survive this node's death. */
  private void answer(Do request, Fault fault) {
    FaultInfo info = faults.info(fault.id()).orElseThrow();
    run.keeping.change(() -> request.answer(info));
  }

  void withdraw(Do request) {
    Fault fault = withdrawable((int) request.a());
    int part = run.machine.partOf(fault);
    run.whereabouts.need(part);
    timed.remove(fault);
    run.orders.fault(
        part,
        OrderKind.FAULT_ENDS,
        fault,
        report -> {
          faults.withdrawn(fault.id());
          answer(request, fault);
        });
  }

  private Fault withdrawable(int number) {
    FaultInfo info =
        faults
            .info(number)
            .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "no fault " + number));
    Fault fault = faults.fault(number).orElseThrow();
    if (info.state() == FaultInfo.State.WITHDRAWN || fault.momentary()) {
      throw new NodeException(Kind.CONFLICT, "fault " + number + " can no longer be withdrawn");
    }
    if (run.status.over()) {
      throw new NodeException(Kind.CONFLICT, run.order.name() + " has ended");
    }
    return fault;
  }

  // ---- faults that fire ----

  /** Begins the faults whose time has come. */
  void strike() {
    for (Fault fault : List.copyOf(timed)) {
      if (run.clock.nanos() >= fault.trigger().atNanos()) {
        timed.remove(fault);
        begin(fault, report -> {});
      }
    }
  }

  private void begin(Fault fault, Consumer<Report> then) {
    if (fault.timed()) {
      run.note(fired(fault.id(), run.clock.nanos(), 1));
      run.keeping.change();
    }
    int[] parts = fault.parts(run.machine.wiring());
    strike(fault, parts, 0, fault.trigger().placed() ? 1 : parts.length, then);
  }

  /** Informs one part after the other, since later ones may depend on earlier ones. */
  private void strike(Fault fault, int[] parts, int from, int to, Consumer<Report> then) {
    run.orders.fault(
        parts[from],
        OrderKind.FAULT_BEGINS,
        fault,
        report -> {
          if (from + 1 < to && report.refusal().isEmpty()) {
            strike(fault, parts, from + 1, to, then);
          } else {
            then.accept(report);
          }
        });
  }

  /** A fault has fired at its place in the code: informs the other parts. */
  private void struck(Fault fault) {
    int[] parts = fault.parts(run.machine.wiring());
    if (parts.length > 1) {
      strike(fault, parts, 1, parts.length, report -> {});
    }
  }

  /** A part reports that a fault has fired, or has lost an interrupt. */
  void take(Notice notice) {
    if (notice.kind() == NoticeKind.FIRED) {
      String text = fired(notice.fault(), notice.nanos(), notice.times());
      run.notes.stroke(notice.fault(), text, notice.times());
      faults.fault(notice.fault()).ifPresent(this::struck);
    } else {
      dropped(notice);
    }
  }

  private String fired(int id, long nanos, long times) {
    faults.fired(id, times);
    return faults.fault(id).map(FaultDriver::describe).orElse("fault " + id)
        + " at "
        + nanos
        + " ns";
  }

  private void dropped(Notice notice) {
    int rule = notice.fault();
    long vector = notice.b() >>> 32;
    String sender = notice.c() < 0 ? "" : " from cpu" + notice.c();
    faults.fired(rule, notice.times());
    String what = "fault " + rule + ": interrupt " + vector + sender + " to cpu" + notice.a();
    run.notes.stroke(rule, what + " was lost at " + notice.nanos() + " ns", notice.times());
  }
}
