package lastwords.cluster.machine;

import java.util.List;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.scenario.hocon.ScenarioException;

/** Handles users' requests to a live machine. */
final class UserRequests {
  private final LiveRun run;
  private final Surveys surveys;
  private final FaultDesk faults;
  private final Conclusion conclusion;

  UserRequests(LiveRun run, Surveys surveys, FaultDesk faults, Conclusion conclusion) {
    this.run = run;
    this.surveys = surveys;
    this.faults = faults;
    this.conclusion = conclusion;
  }

  void take(Do request) {
    try {
      serve(request);
    } catch (NodeException e) {
      request.refuse(e.kind(), e.getMessage());
    } catch (ScenarioException e) {
      request.refuse(Kind.REFUSED, e.getMessage());
    }
  }

  private void serve(Do request) {
    switch (request.verb()) {
      case "info" -> request.answer(run.status.info());
      case "launched" -> run.status.launched(request);
      case "pause" -> pause(request);
      case "resume" -> resume(request);
      case "step" -> step(request);
      case "stop" -> stop(request);
      case "parts" -> surveys.begin(request);
      case "faults" -> request.answer(faults.infos());
      case "inject" -> faults.inject(request);
      case "withdraw" -> faults.withdraw(request);
      case "report" -> request.answer(run.status.report(lacks()));
      case "remove" -> remove(request);
      default -> request.refuse(Kind.REFUSED, "no such verb: " + request.verb());
    }
  }

  private void pause(Do request) {
    run.status.need(State.RUNNING, "pause");
    run.status.become(State.PAUSED);
    run.clock.hold();
    run.orders.all(OrderKind.PAUSE, 0);
    run.keeping.change(() -> request.answer(run.status.info()));
  }

  private void resume(Do request) {
    run.status.need(State.PAUSED, "resume");
    run.status.become(State.RUNNING);
    run.go(OrderKind.RESUME);
    run.keeping.change(() -> request.answer(run.status.info()));
  }

  private void step(Do request) {
    run.status.need(State.PAUSED, "step");
    int cpu = (int) request.a();
    int cpus = run.machine.cpus();
    if (cpu < 0 || cpu >= cpus) {
      throw new NodeException(Kind.REFUSED, "no cpu" + cpu + "; there are " + cpus);
    }
    run.whereabouts.need(cpu);
    run.orders.order(cpu, OrderKind.STEP, request.b(), 0, report -> stepped(request, report));
  }

  private void stepped(Do request, Report report) {
    if (report.refusal().isEmpty()) {
      request.answer(run.status.info());
    } else {
      request.refuse(Kind.CONFLICT, report.refusal());
    }
  }

  private void stop(Do request) {
    if (run.status.is(State.RUNNING) || run.status.is(State.PAUSED)) {
      run.note("the run was stopped by a user at " + run.clock.nanos() + " ns");
      conclusion.stop();
    }
    request.answer(run.status.info());
  }

  /** What the recording lacks; empty if it is complete. */
  private String lacks() {
    List<String> lost =
        run.whereabouts.lost().keySet().stream().map(run.machine::partName).toList();
    return lost.isEmpty() ? "" : "the recording lacks what happened to " + String.join(", ", lost);
  }

  private void remove(Do request) {
    run.hosting.release();
    run.keeping.forget();
    request.answer(run.status.info());
  }
}
