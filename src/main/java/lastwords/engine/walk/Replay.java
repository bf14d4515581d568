package lastwords.engine.walk;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import lastwords.engine.RunResult;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.engine.model.StartFaults;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/** The engine that follows a schedule. */
public final class Replay {
  private Replay() {}

  /** A choice of a schedule cannot happen. */
  public static final class ImpossibleException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    ImpossibleException(String message) {
      super(message);
    }
  }

  /**
   * A run that was repeated.
   *
   * @param machine the one that ran, in its final state
   */
  public record Done(RunResult result, Machine machine) {}

  /**
   * Runs a schedule on a setup.
   *
   * @param cause why the run is over at its end
   */
  public static RunResult run(Setup setup, List<Action> schedule, Cause cause, StepSink sink) {
    return done(setup, schedule, cause, sink).result();
  }

  /**
   * As above.
   *
   * @param reduced was the search that found the schedule {@linkplain Search#reduced reduced}?
   */
  public static RunResult run(
      Setup setup, List<Action> schedule, Cause cause, boolean reduced, StepSink sink) {
    return done(setup, schedule, List.of(), cause, reduced, sink).result();
  }

  /** As above, with the machine that ran. */
  public static Done done(Setup setup, List<Action> schedule, Cause cause, StepSink sink) {
    return done(setup, schedule, List.of(), cause, true, sink);
  }

  /**
   * As above, for a run that ends in an endless cycle.
   *
   * @param cycle what happens in one iteration after the schedule; the machine must then be in the
   *     same state as before; empty: the run is not cyclic
   * @param sink receives each step, including those of one iteration
   */
  public static Done done(
      Setup setup,
      List<Action> schedule,
      List<Action> cycle,
      Cause cause,
      boolean reduced,
      StepSink sink) {
    return done(setup, schedule, cycle, cause, reduced, sink, machine -> {});
  }

  /**
   * As above.
   *
   * @param begins receives the machine before its first step
   */
  public static Done done(
      Setup setup,
      List<Action> schedule,
      List<Action> cycle,
      Cause cause,
      boolean reduced,
      StepSink sink,
      Consumer<Machine> begins) {
    StartFaults.check(setup.faults());
    if (cause.goesRound()) {
      goRound(setup, schedule, cycle, reduced);
    }
    Relay relay = new Relay(sink);
    Model model = new Model(setup, Budget.ANYTHING, reduced, true, relay);
    begins.accept(model.machine());
    make(model, schedule, 0);
    LassoStory story = new LassoStory(model.machine(), sink);
    relay.to = story;
    make(model, cycle, schedule.size());
    boolean waits = cause == Cause.STARVED;
    List<String> notes = cause.goesRound() ? story.lines(cycle.size(), waits) : List.of();
    Ending ending = new Ending(cause, 0, notes).with(model.firings().counts());
    return new Done(result(setup, model, ending), model.machine());
  }

  private static void make(Model model, List<Action> schedule, int before) {
    int number = before;
    for (Action choice : schedule) { // there may be millions, in any kind of list
      check(model, choice, number++);
      model.make(choice);
    }
  }

  /** Checks that after one iteration the machine is as before, except for what only reports use. */
  private static void goRound(
      Setup setup, List<Action> schedule, List<Action> cycle, boolean reduced) {
    Model model = new Model(setup, Budget.ANYTHING, reduced, false, StepSink.NONE);
    make(model, schedule, 0);
    long[] before = model.state().clone();
    make(model, cycle, schedule.size());
    if (cycle.isEmpty() || !Arrays.equals(before, model.state())) {
      throw new ImpossibleException(
          "after the cycle the machine is not in the same state as before");
    }
  }

  /** Forwards steps to the current sink. */
  private static final class Relay implements StepSink {
    private StepSink to;

    Relay(StepSink to) {
      this.to = to;
    }

    @Override
    public void step(StepRecord step) {
      to.step(step);
    }
  }

  /** Throws if this cannot happen now. */
  static void check(Model model, Action wanted, int number) {
    Ints choices = new Ints();
    model.choices(true, choices);
    model.faults(choices);
    int packed =
        wanted.kind() == Action.Kind.STEP
            ? new Action(wanted.kind(), wanted.cpu(), 0).packed()
            : wanted.packed();
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i) == packed) {
        return;
      }
    }
    throw new ImpossibleException(
        "choice " + number + " of the schedule, " + wanted.text() + ", is not possible then");
  }

  private static RunResult result(Setup setup, Model model, Ending ending) {
    return RunResult.of(setup, model.machine(), ending, model.steps());
  }
}
