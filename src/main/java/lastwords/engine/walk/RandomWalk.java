package lastwords.engine.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.model.Model;
import lastwords.engine.model.StartFaults;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.FaultCount;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * Single runs through what exploring would try: of all that can happen next, a scheduler picks one.
 * Timed waits end as in an exploration, and also if nothing else has ended them for long. One
 * object makes one run at a time.
 */
public final class RandomWalk {
  private static final long TEXT_LIMIT = 50_000_000; // characters kept from run to run
  private static final int PATIENCE = 2_000; // choices during which time does not pass
  private static final int STUCK = 5_000; // choices after which a CPU that waits is stuck

  /** Decides what happens next. */
  public interface Scheduler {
    /**
     * Picks one of the choices.
     *
     * @param step counts from 0; a pick that could not be made, such as a section that cannot begin
     *     yet, also counts
     * @param choices packed; the first {@code size} count
     */
    int pick(int step, int[] choices, int size);

    /** Which end of a random number's range to use: 0 or 1. */
    int end(int step);

    /** Why the run ends early; usually it does not. */
    default Optional<Cause> stop(int step) {
      return Optional.empty();
    }
  }

  /**
   * A run.
   *
   * @param cause why it was over
   * @param faults how often each fired
   */
  public record Taken(
      List<Action> schedule, Cause cause, Outcome outcome, List<FaultCount> faults) {
    public Taken {
      faults = List.copyOf(faults);
      schedule = List.copyOf(schedule);
    }
  }

  private final Setup setup;
  private final Budget budget;
  private final boolean earlyTimeouts;
  private final int bound;
  private Model model;
  private long[] first;
  private final Ints choices = new Ints();
  private final List<Action> schedule = new ArrayList<>();
  private int step; // picks so far
  private long waiting; // mask of CPUs whose section could not begin since anything happened
  private boolean timed; // is there a wait that time can end?
  private int held; // choices for which time has not passed
  private int stuck; // choices for which the panicking CPU has waited

  /**
   * @param earlyTimeouts may timed waits end at any time?
   * @param bound number of choices after which a run is given up
   */
  public RandomWalk(Setup setup, boolean earlyTimeouts, int bound) {
    this(setup, Budget.NONE, earlyTimeouts, bound);
  }

  /**
   * @param budget faults that can occur at any moment
   */
  public RandomWalk(Setup setup, Budget budget, boolean earlyTimeouts, int bound) {
    StartFaults.check(setup.faults());
    this.setup = setup;
    this.budget = budget;
    this.earlyTimeouts = earlyTimeouts;
    this.bound = bound;
    boot();
  }

  private void boot() {
    model = new Model(setup, budget, true, false, StepSink.NONE);
    first = new long[model.words()];
    model.save(first);
  }

  /** Makes a run. */
  public Taken run(Scheduler scheduler) {
    begin();
    Optional<Cause> cause = over(scheduler);
    while (cause.isEmpty()) {
      step(scheduler);
      cause = over(scheduler);
    }
    return taken(cause.get());
  }

  private Taken taken(Cause cause) {
    Outcome outcome = setup.outcome(model.machine(), new Ending(cause, 0, List.of()));
    return new Taken(schedule, cause, outcome, model.firings().counts());
  }

  private void begin() {
    if (model.machine().texts().characters() > TEXT_LIMIT) {
      boot();
    }
    model.load(first);
    model.firings().reset();
    schedule.clear();
    step = 0;
    waiting = 0;
    held = 0;
    stuck = 0;
  }

  /** Why the run is over; empty if it is not, in which case {@code choices} is what can happen. */
  private Optional<Cause> over(Scheduler scheduler) {
    if (model.ended()) {
      return Optional.of(Cause.FIRMWARE);
    }
    timed = model.timed();
    boolean waits = !earlyTimeouts && timed;
    boolean settling = model.settling();
    boolean quiet = (waits || settling) && model.quiescent(waiting);
    if (settling && quiet) {
      return Optional.of(Cause.SETTLED);
    }
    held = waits && !quiet ? held + 1 : 0;
    choices.clear();
    model.choices(timed && (!waits || quiet || held > PATIENCE), choices);
    withoutWaiting();
    if (choices.size() == 0) {
      return Optional.of(Cause.QUIESCENT);
    }
    model.faults(choices);
    Optional<Cause> stop = scheduler.stop(step);
    boolean early = stop.equals(Optional.of(Cause.SETTLED)) && !(settling && earlyTimeouts);
    return stop.isPresent() && !early ? stop : endless(settling);
  }

  private Optional<Cause> endless(boolean settling) {
    Machine machine = model.machine();
    int panics = machine.firmware().panicCpu();
    boolean waits = panics >= 0 && !settling && Stuck.is(machine.cpu(panics));
    stuck = waits ? stuck + 1 : 0;
    if (stuck > STUCK) {
      return Optional.of(Cause.STUCK);
    }
    Cause given = settling ? Cause.SETTLED : Cause.LIMIT; // panic() will do nothing else
    return schedule.size() >= bound ? Optional.of(given) : Optional.empty();
  }

  /** A section that could not begin cannot begin before something else has happened. */
  private void withoutWaiting() {
    for (long mask = waiting; mask != 0; mask &= mask - 1) {
      choices.remove(Action.packed(Kind.STEP, Long.numberOfTrailingZeros(mask), 0));
    }
  }

  /** Makes the picked choice, or picks again while nothing has happened. */
  private void step(Scheduler scheduler) {
    boolean made = false;
    while (!made && choices.size() > 0) {
      int choice = scheduler.pick(step, choices.array(), choices.size());
      made = made(choice, scheduler.end(step++));
      if (!made && timed) {
        return; // a choice may be possible now that time can end
      }
    }
  }

  private boolean made(int choice, int end) {
    boolean steps = Action.kind(choice) == Kind.STEP;
    int made = steps ? Action.packed(Kind.STEP, Action.cpu(choice), end) : choice;
    if (!model.make(made)) {
      waiting |= 1L << Action.cpu(choice);
      choices.remove(choice);
      return false;
    }
    waiting = 0;
    schedule.add(Action.of(steps && !model.drew() ? choice : made));
    return true;
  }
}
