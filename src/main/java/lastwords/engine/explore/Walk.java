package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.List;
import lastwords.engine.explore.Choice.Kind;
import lastwords.machine.Machine;
import lastwords.machine.StepSink;
import lastwords.machine.Stuck;
import lastwords.scenario.Budget;
import lastwords.scenario.Setup;
import lastwords.verdict.Ending;
import lastwords.verdict.Ending.Cause;
import lastwords.verdict.Outcome;
import lastwords.verdict.Verdict;

/**
 * Single runs through what exploring would try: of all that can happen next, somebody picks one.
 * Waits for a time end as they do in an exploration, and also when nothing has ended them for long.
 * One object makes one run after the other.
 */
public final class Walk {
  private static final long TEXT_LIMIT = 50_000_000; // characters that are kept from run to run
  private static final int PATIENCE = 2_000; // choices for which a time does not pass
  private static final int STUCK = 5_000; // choices after which who waits is stuck

  /** Says what happens next. */
  public interface Picker {
    /**
     * One of what can happen.
     *
     * @param step counts from 0
     * @param choices packed; the first {@code size} count
     */
    int pick(int step, int[] choices, int size);

    /** Which end of a random number's range: 0 or 1. */
    int end(int step);
  }

  /**
   * A run.
   *
   * @param cause why it was over
   */
  public record Taken(List<Choice> schedule, Cause cause, Outcome outcome) {
    public Taken {
      schedule = List.copyOf(schedule);
    }
  }

  private final Setup setup;
  private final boolean impatient;
  private final int bound;
  private World world;
  private long[] first;
  private final Ints choices = new Ints();
  private final List<Choice> schedule = new ArrayList<>();
  private int held; // choices for which time has not passed
  private int stuck; // choices for which the CPU that panics has waited

  /**
   * @param impatient may waits for a time end at any time?
   * @param bound choices after which a run is given up
   */
  public Walk(Setup setup, boolean impatient, int bound) {
    StartFaults.check(setup.faults());
    this.setup = setup;
    this.impatient = impatient;
    this.bound = bound;
    boot();
  }

  private void boot() {
    world = new World(setup, Budget.NONE, false, StepSink.NONE);
    first = new long[world.words()];
    world.save(first);
  }

  /** Makes a run. */
  public Taken run(Picker picker) {
    begin();
    Cause cause = over();
    while (cause == null) {
      step(picker);
      cause = over();
    }
    Outcome outcome = Verdict.of(world.machine(), new Ending(cause, 0, List.of()));
    return new Taken(schedule, cause, outcome);
  }

  private void begin() {
    if (world.machine().texts().characters() > TEXT_LIMIT) {
      boot();
    }
    world.load(first);
    schedule.clear();
    held = 0;
    stuck = 0;
  }

  /** Why the run is over; null when it is not. Else {@code choices} is what can happen. */
  private Cause over() {
    if (world.ended()) {
      return Cause.FIRMWARE;
    }
    boolean waits = !impatient && world.timed();
    boolean quiet = (waits || world.settling()) && world.quiet();
    if (world.settling() && quiet) {
      return Cause.SETTLED;
    }
    held = waits && !quiet ? held + 1 : 0;
    choices.clear();
    world.choices(!waits || quiet || held > PATIENCE, choices);
    return choices.size() == 0 ? Cause.QUIET : endless();
  }

  private Cause endless() {
    Machine machine = world.machine();
    int panics = machine.firmware().panicCpu();
    boolean waits = panics >= 0 && !world.settling() && Stuck.is(machine.cpu(panics));
    stuck = waits ? stuck + 1 : 0;
    return stuck > STUCK ? Cause.STUCK : schedule.size() >= bound ? Cause.LIMIT : null;
  }

  private void step(Picker picker) {
    int step = schedule.size();
    int picked =
        choices.size() == 1 ? choices.get(0) : picker.pick(step, choices.array(), choices.size());
    Choice choice = Choice.of(picked);
    boolean steps = choice.kind() == Kind.STEP;
    Choice made = steps ? new Choice(Kind.STEP, choice.cpu(), picker.end(step)) : choice;
    world.make(made);
    schedule.add(steps && !world.drew() ? choice : made);
  }
}
