package lastwords.engine.model;

import java.util.function.IntPredicate;
import lastwords.engine.Simulator;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.bus.Footprint;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Liveness;
import lastwords.machine.layout.Changes;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * A machine and what is in flight in it, without a clock: what can happen next (see {@link
 * EnabledActions}), and making it happen. The machine's time is always 0; timed waits wait for
 * {@link Kind#TIMEOUT} or {@link Kind#TIMER}.
 */
public final class Model {
  private final Machine machine;
  private final InFlight inFlight;
  private final PlannedFaults planned;
  private final Budget budget;
  private final IntPredicate endless;
  private final EnabledActions enabled;
  private final Liveness liveness;
  private final boolean reports;
  private final Taking taking;
  private final Firings firings;
  private final Footprint footprint;
  private final Touched touched;

  /**
   * @param budget faults that may occur at any moment
   * @param reduced are words that cannot matter cleared in states?
   * @param reports do states keep what only reports use, so that fewer of them are equal?
   * @param sink receives each step
   */
  public Model(Setup setup, Budget budget, boolean reduced, boolean reports, StepSink sink) {
    this(setup, Simulator.booted(setup), budget, reduced, reports, sink);
    inFlight.begin(machine, budget);
    taking.start();
    planned.begin(machine, inFlight.more());
    setup.faults().stream().filter(StartFaults::begins).forEach(taking::begin);
    firings.started();
    for (int cpu = 0; cpu < machine.cpus(); cpu++) {
      machine.states().cpu(cpu).runIn(liveness);
    }
    machine.states().forget(!reports, liveness);
  }

  private Model(
      Setup setup,
      Machine machine,
      Budget budget,
      boolean reduced,
      boolean reports,
      StepSink sink) {
    this(machine, new PlannedFaults(setup, machine), setup, budget, reduced, reports, sink);
  }

  private Model(
      Machine machine,
      PlannedFaults planned,
      Setup setup,
      Budget budget,
      boolean reduced,
      boolean reports,
      StepSink sink) {
    this(
        machine,
        new InFlight(setup.image(), setup.machine().cpus(), planned.words()),
        planned,
        budget,
        EndlessLoops.of(setup.image())::at,
        reduced ? Liveness.of(setup.image()) : Liveness.NONE,
        reports,
        new Firings(setup.faults(), machine),
        sink);
  }

  private Model(
      Machine machine,
      InFlight inFlight,
      PlannedFaults planned,
      Budget budget,
      IntPredicate endless,
      Liveness liveness,
      boolean reports,
      Firings firings,
      StepSink sink) {
    this.firings = firings;
    this.machine = machine;
    this.inFlight = inFlight;
    this.planned = planned;
    this.budget = budget;
    this.endless = endless;
    this.enabled = new EnabledActions(machine, inFlight, planned, budget, endless);
    this.liveness = liveness;
    this.reports = reports;
    this.footprint = new Footprint(!reports);
    this.touched = new Touched(machine, footprint);
    this.taking = new Taking(machine, inFlight, planned, firings, touched, sink);
    machine.states().leave(footprint);
    machine.trySections();
  }

  /** Another model in the same state, for another thread. */
  public Model copy() {
    Machine other = machine.copySharingTexts();
    Firings own = firings.copy(other);
    return new Model(
        other, inFlight, planned, budget, endless, liveness, reports, own, StepSink.NONE);
  }

  public InFlight inFlight() {
    return inFlight;
  }

  public Machine machine() {
    return machine;
  }

  /** Which faults have fired in this model. */
  public Firings firings() {
    return firings;
  }

  /** What the last choice has read or written. */
  public Footprint footprint() {
    return footprint;
  }

  public long steps() {
    return taking.steps();
  }

  /**
   * The machine's state, and what is in flight, in one array. Callers that write to it must write a
   * whole state.
   */
  public long[] state() {
    return machine.state();
  }

  /** Number of words of a state. */
  public int words() {
    return state().length;
  }

  public void save(long[] copy) {
    System.arraycopy(state(), 0, copy, 0, copy.length);
  }

  public void load(long[] copy) {
    System.arraycopy(copy, 0, state(), 0, copy.length);
  }

  // ---- what can happen next ----

  /** {@link EnabledActions#ended}. */
  public boolean ended() {
    return enabled.ended();
  }

  /** {@link EnabledActions#settling}. */
  public boolean settling() {
    return enabled.settling();
  }

  /** {@link EnabledActions#quiescent}, with no CPU that is known to wait for a section. */
  public boolean quiescent() {
    return enabled.quiescent(0);
  }

  /** {@link EnabledActions#quiescent}. */
  public boolean quiescent(long waiting) {
    return enabled.quiescent(waiting);
  }

  /** {@link EnabledActions#timed}. */
  public boolean timed() {
    return enabled.timed();
  }

  /** Adds all choices, packed; with {@code time}, also those that time brings about. */
  public void choices(boolean time, Ints choices) {
    enabled.choices(choices);
    if (time) {
      enabled.times(choices);
    }
  }

  /** {@link EnabledActions#choices}. */
  public void choices(Ints choices) {
    enabled.choices(choices);
  }

  /** {@link EnabledActions#times}. */
  public void times(Ints choices) {
    enabled.times(choices);
  }

  /** {@link EnabledActions#faults}. */
  public void faults(Ints choices) {
    enabled.faults(choices);
  }

  /**
   * Did the step just taken draw a random number that could have been another? Its second result is
   * n - 1, its first 0.
   */
  public boolean drew() {
    return taking.drew();
  }

  // ---- making it happen ----

  /**
   * Makes one of {@link #choices}. False if it is a section that cannot begin yet: then nothing has
   * changed.
   */
  public boolean make(Action choice) {
    return make(choice.packed());
  }

  /** As above, for a packed choice. */
  public boolean make(int choice) {
    boolean made = tried(choice);
    if (!made) {
      touched.forget(!reports, liveness);
    }
    return made;
  }

  /**
   * Makes a choice if possible: false if it is a section that cannot begin yet. Then {@link
   * #takeBack} has to be called.
   */
  public boolean tried(int choice) {
    touched.clear();
    firings.about();
    touched.cpu(Action.cpu(choice));
    boolean happened = taking.take(choice);
    if (happened) {
      firings.made();
      touched.runOn(liveness);
      touched.forget(!reports, liveness);
    }
    return happened;
  }

  /** Returns the machine to its state before a choice that could not be made. */
  public void takeBack(int choice, Changes changes, long[] before) {
    if (!touched.takeBack(Action.cpu(choice), before)) {
      touched.forget(!reports, liveness);
      compare(changes);
      changes.undo();
      changes.clear();
    }
  }

  /** Reports which words {@link #make} has changed. */
  public void compare(Changes changes) {
    touched.compare(changes);
    if (taking.flew()) {
      changes.compare(inFlight.at(), inFlight.at() + inFlight.words());
    }
  }
}
