package lastwords.cluster.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import lastwords.cluster.agent.Control;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.RunReport;
import lastwords.engine.RunResult;
import lastwords.engine.recording.RunFooter;
import lastwords.scenario.Bundle;

/**
 * The state of a machine on a cluster, as users see it. The launch is answered once the machine has
 * started or failed.
 */
final class MachineStatus {
  private final String id;
  private final LaunchOrder order;
  private final String self;
  private final Hosting hosting;
  private final LongSupplier clock; // emulated ns
  private final List<Do> launchers = new ArrayList<>();
  private State state = State.BOOTING;
  private String failure = "";
  private boolean ending;
  private long endNanos;
  private Optional<RunResult> result = Optional.empty();

  /**
   * @param self the coordinator's node
   * @param clock emulated nanoseconds so far
   */
  MachineStatus(String id, LaunchOrder order, String self, Hosting hosting, LongSupplier clock) {
    this.id = id;
    this.order = order;
    this.self = self;
    this.hosting = hosting;
    this.clock = clock;
  }

  boolean is(State wanted) {
    return state == wanted;
  }

  /** Is nothing going to happen any more? */
  boolean over() {
    return state.over();
  }

  /** As the predicate of a sentence: {@code is paused}. */
  String predicate() {
    return state.predicate();
  }

  void become(State next) {
    state = next;
  }

  /** The machine has its parts: it runs, or is paused if launched so. */
  void begin() {
    state = order.paused() ? State.PAUSED : State.RUNNING;
  }

  /** The run is void. */
  void fail(String reason) {
    state = State.FAILED;
    failure = reason;
    answerLaunchers();
  }

  /** The run is over at that emulated time, without a result yet. */
  void ends(long nanos) {
    ending = true;
    endNanos = nanos;
  }

  /** Sets the result, or why there is none. */
  void end(Optional<RunResult> made, String why) {
    result = made;
    state = made.isPresent() ? State.ENDED : State.FAILED;
    failure = why;
  }

  /** Takes over an earlier coordinator's state. */
  void restore(Control control) {
    state = control.info().state();
    failure = state == State.FAILED ? control.info().outcome() : "";
    endNanos = control.endNanos();
    ending = control.cause().isPresent();
    result = control.result().map(RunFooter::result);
  }

  /** The run's result, once there is one. */
  Optional<RunResult> result() {
    return result;
  }

  /** Answers a request once the machine has started. */
  void launched(Do request) {
    launchers.add(request);
    if (state != State.BOOTING) {
      answerLaunchers();
    }
  }

  void answerLaunchers() {
    launchers.forEach(this::answerLauncher);
    launchers.clear();
  }

  private void answerLauncher(Do request) {
    if (state == State.FAILED) {
      request.refuse(Kind.REFUSED, failure);
    } else {
      request.answer(info());
    }
  }

  /**
   * @throws NodeException when the machine is not in the state that a verb needs
   */
  void need(State needed, String verb) {
    if (state != needed || ending) {
      String shown = state.over() || !ending ? state.predicate() : "is ending";
      throw new NodeException(
          Kind.CONFLICT, "cannot " + verb + " " + order.name() + ": it " + shown);
    }
  }

  MachineInfo info() {
    Bundle bundle = order.bundle();
    return new MachineInfo(
        id,
        order.name(),
        bundle.scenario(),
        bundle.variant(),
        bundle.kernel(),
        bundle.machine().name(),
        order.clock(),
        state,
        self,
        order.seed(),
        order.speed(),
        ending ? endNanos : clock.getAsLong(),
        outcome(),
        hosting.places(),
        List.of());
  }

  private String outcome() {
    String why = state == State.FAILED ? failure : "";
    return result.map(it -> it.outcome().summary()).orElse(why);
  }

  /**
   * The result.
   *
   * @param lacks what the recording lacks
   * @throws NodeException when there is none
   */
  RunReport report(String lacks) {
    if (state == State.FAILED) {
      throw new NodeException(Kind.CONFLICT, order.name() + " has failed: " + failure);
    }
    RunResult made =
        result.orElseThrow(
            () ->
                new NodeException(
                    Kind.CONFLICT, order.name() + " has not ended yet: it " + state.predicate()));
    return new RunReport(info(), made, lacks);
  }
}
