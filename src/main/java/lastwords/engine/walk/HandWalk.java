package lastwords.engine.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import lastwords.engine.RunResult;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.model.Model;
import lastwords.engine.model.StartFaults;
import lastwords.engine.store.Ints;
import lastwords.engine.walk.Replay.ImpossibleException;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * Paths through what exploring would try, chosen by hand: where a path leads, and what can happen
 * there. One object follows one path at a time.
 */
public final class HandWalk {
  /** Maximum number of choices of a path. */
  public static final int MOST = 20_000;

  private static final long TEXT_LIMIT = 50_000_000; // characters kept from path to path

  /** When a choice can be made. */
  public enum When {
    /** An exploration would try it here. */
    NOW,
    /** A wait times out although a CPU could still make finite progress: an early timeout. */
    EARLY,
    /** A fault that the scenario does not plan. */
    FAULT
  }

  /**
   * What can happen next.
   *
   * @param possible false: a section that cannot begin before something else happens
   * @param steps what it would do, in order
   */
  public record Choice(Action action, When when, boolean possible, List<StepRecord> steps) {
    public Choice {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Where a path leads.
   *
   * @param path the choices made
   * @param over why the run is over here; empty if it is not
   * @param result its result so far
   * @param choices none if it is over
   * @param machine in its current state; the next path reuses it
   */
  public record Place(
      List<Action> path,
      Optional<Cause> over,
      RunResult result,
      List<Choice> choices,
      Machine machine) {
    public Place {
      path = List.copyOf(path);
      choices = List.copyOf(choices);
    }
  }

  private final Setup setup;
  private final boolean earlyTimeouts;
  private Model model;
  private long[] first;
  private StepSink sink = StepSink.NONE;
  private long steps; // of the path

  /**
   * @param earlyTimeouts may timed waits end at any time?
   */
  public HandWalk(Setup setup, boolean earlyTimeouts) {
    StartFaults.check(setup.faults());
    this.setup = setup;
    this.earlyTimeouts = earlyTimeouts;
    boot();
  }

  private void boot() {
    model = new Model(setup, Budget.ANYTHING, true, true, this::take);
    first = new long[model.words()];
    model.save(first);
  }

  private void take(StepRecord step) {
    sink.step(step.numbered(steps++));
  }

  /**
   * Follows a path from the initial state.
   *
   * @param next made after it as often as possible, at most {@code times} times
   * @param to receives each step
   * @param begins receives the machine before its first step
   * @throws ImpossibleException if a choice of the path cannot happen
   */
  public Place at(
      List<Action> path, Optional<Action> next, int times, StepSink to, Consumer<Machine> begins) {
    if (model.machine().texts().characters() > TEXT_LIMIT) {
      boot();
    }
    model.load(first);
    model.firings().reset();
    begins.accept(model.machine());
    sink = to;
    steps = 0;
    List<Action> made = new ArrayList<>();
    path.forEach(choice -> make(choice, made));
    for (int i = 0; next.isPresent() && i < times && (i == 0 || offered(next.get())); i++) {
      make(next.get(), made);
    }
    return place(made);
  }

  private void make(Action choice, List<Action> made) {
    if (made.size() == MOST) {
      throw new ImpossibleException("a path has at most " + MOST + " choices");
    }
    Replay.check(model, choice, made.size());
    if (!model.make(choice)) {
      throw new ImpossibleException(
          "choice " + made.size() + " of the path, " + choice.text() + ", has to wait then");
    }
    made.add(choice);
  }

  /** Is it still one of those that exploring would try? */
  private boolean offered(Action choice) {
    Ints choices = new Ints();
    if (!model.ended()) {
      model.choices(earlyTimeouts || model.quiescent(), choices);
    }
    return choices.contains(choice.packed());
  }

  private Place place(List<Action> made) {
    long count = steps;
    long[] here = new long[model.words()];
    model.save(here);
    Ending sofar = new Ending(Cause.LIMIT, 0, List.of()).with(model.firings().counts());
    List<Choice> choices = model.ended() ? List.of() : choices(here);
    Optional<Cause> over = over(choices);
    model.load(here);
    Ending ending = over.map(it -> new Ending(it, 0, List.of())).orElse(sofar);
    RunResult result = RunResult.of(setup, model.machine(), ending.with(sofar.faults()), count);
    List<Choice> left = over.isPresent() ? List.of() : choices;
    return new Place(made, over, result, left, model.machine());
  }

  private Optional<Cause> over(List<Choice> choices) {
    if (model.ended()) {
      return Optional.of(Cause.FIRMWARE);
    }
    if (model.settling() && model.quiescent(waiting(choices))) {
      return Optional.of(Cause.SETTLED);
    }
    boolean more = choices.stream().anyMatch(it -> it.possible() && it.when() == When.NOW);
    return more ? Optional.empty() : Optional.of(Cause.QUIESCENT);
  }

  // ---- what can happen ----

  private List<Choice> choices(long[] here) {
    List<Choice> all = new ArrayList<>();
    Ints usual = new Ints();
    model.choices(usual);
    previews(usual, When.NOW, here, all);
    boolean now = earlyTimeouts || model.quiescent(waiting(all));
    Ints times = new Ints();
    model.times(times);
    previews(times, now ? When.NOW : When.EARLY, here, all);
    Ints faults = new Ints();
    model.faults(faults);
    previews(faults, When.FAULT, here, all);
    return all;
  }

  /** Mask of CPUs whose section cannot begin. */
  private static long waiting(List<Choice> choices) {
    return choices.stream()
        .filter(it -> !it.possible())
        .mapToLong(it -> 1L << it.action().cpu())
        .reduce(0, (all, cpu) -> all | cpu);
  }

  private void previews(Ints packed, When when, long[] here, List<Choice> all) {
    for (int i = 0; i < packed.size(); i++) {
      Action action = Action.of(packed.get(i));
      boolean planned = action.kind() == Kind.FAULT;
      boolean drew = preview(action, planned ? When.NOW : when, here, all);
      if (drew) {
        preview(new Action(action.kind(), action.cpu(), 1), when, here, all);
      }
    }
  }

  /** Tries what a choice does; returns whether it could have drawn another random number. */
  private boolean preview(Action action, When when, long[] here, List<Choice> all) {
    List<StepRecord> seen = new ArrayList<>();
    sink = seen::add;
    boolean possible = model.make(action);
    boolean drew = model.drew();
    model.load(here);
    all.add(new Choice(action, when, possible, seen));
    return drew && possible;
  }
}
