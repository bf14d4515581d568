package lastwords.cli.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.Progress;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Side;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.setting.Overrides;

/** Compares, for each case that a patch can concern, its kernel with and without the patch. */
final class Review {
  private final Catalog catalog;
  private final String patch;
  private final int states;
  private final int runs;
  private final Progress progress;
  private final BooleanSupplier timeIsUp;
  private final Map<String, List<FunctionChange>> changes = new HashMap<>(); // by kernel and arch
  private final Set<String> misfits = new TreeSet<>();
  private final Set<String> changed = new TreeSet<>();
  private final List<Compared> compared = new ArrayList<>();
  private final List<String> notReached = new ArrayList<>();
  private final List<String> notTried = new ArrayList<>();

  /**
   * @param patch what goes behind a kernel's name: {@code panic-lock-safe}, {@code ./my.patch}
   * @param states to explore at most, on each side
   * @param runs where exploring reaches that bound
   * @param timeIsUp asked before each comparison
   */
  Review(
      Catalog catalog,
      String patch,
      int states,
      int runs,
      Progress progress,
      BooleanSupplier timeIsUp) {
    this.catalog = catalog;
    this.patch = patch;
    this.states = states;
    this.runs = runs;
    this.progress = progress;
    this.timeIsUp = timeIsUp;
  }

  /**
   * Reviews the cases of these scenarios.
   *
   * @throws ScenarioException when the patch fits no kernel
   */
  Reviewed of(List<String> scenarios) {
    List<Case> cases = new ArrayList<>();
    scenarios.forEach(name -> NamedCase.of(catalog, name).forEach(it -> cases.add(it.made())));
    int number = 0;
    for (Case made : cases) {
      progress.heading(++number, cases.size(), name(made));
      if (Thread.currentThread().isInterrupted() || timeIsUp.getAsBoolean()) {
        notTried.add(name(made));
      } else {
        review(made);
      }
    }
    refuseIfItFitsNothing();
    return new Reviewed(patch, changed, compared, notReached, notTried, misfits);
  }

  private static String name(Case made) {
    boolean plain = made.variant().equals(Scenario.DEFAULT);
    return plain ? made.scenario() : made.scenario() + ":" + made.variant();
  }

  private void refuseIfItFitsNothing() {
    if (changes.values().stream().allMatch(List::isEmpty) && !misfits.isEmpty()) {
      throw new ScenarioException(List.copyOf(misfits));
    }
  }

  private void review(Case made) {
    List<FunctionChange> differences =
        changes.computeIfAbsent(
            made.kernel().name() + " " + made.arch(),
            it -> differences(made.kernel(), made.arch()));
    if (differences.isEmpty()) {
      return;
    }
    OnSide before = side(made);
    if (!new ReachedCode(before.setup()).anyOf(differences)) {
      notReached.add(name(made));
      return;
    }
    compare(made, before);
  }

  private static OnSide side(Case made) {
    return new OnSide(made, Overrides.NONE, made.setup());
  }

  private void compare(Case made, OnSide before) {
    Overrides patched = patched(made.kernel());
    Scenario scenario = catalog.scenario(made.scenario());
    Case then = scenario.variant(made.variant(), patched);
    OnSide after = new OnSide(then, patched, alike(then.setup(), before.setup()));
    Comparison comparison = new Comparison(outcomes(before), outcomes(after));
    compared.add(
        new Compared(
            made.scenario(),
            made.variant(),
            Optional.of(before),
            Optional.of(after),
            Optional.of(comparison),
            ""));
  }

  /** Told apart by the same conditions on lines as before: what the scenario expects. */
  private static Setup alike(Setup setup, Setup before) {
    return new Setup(
        setup.image(),
        setup.machine(),
        setup.entries(),
        setup.faults(),
        setup.limits(),
        before.conditions());
  }

  private Side outcomes(OnSide side) {
    return Outcomes.of(side.made(), false, states, true, runs, progress).of(side.setup());
  }

  private Overrides patched(Kernel kernel) {
    return new Overrides(Optional.of(kernel.name() + "+" + patch), Optional.empty(), Map.of());
  }

  /** The functions that the patch changes in a kernel; none when it does not fit. */
  private List<FunctionChange> differences(Kernel kernel, String arch) {
    try {
      Kernel with = catalog.kernel(kernel.name() + "+" + patch);
      List<FunctionChange> found = patch.endsWith(".c") ? replaced(with, arch) : diff(kernel, with);
      found.forEach(it -> changed.add(it.name() + "()"));
      return found;
    } catch (ScenarioException e) {
      misfits.add(e.lines().get(0));
      return List.of();
    }
  }

  private static List<FunctionChange> diff(Kernel kernel, Kernel with) {
    boolean trees = kernel.tree().isPresent() && with.tree().isPresent();
    return trees ? KernelDiff.of(kernel.tree().get(), with.tree().get()).functions() : List.of();
  }

  /** What a source on top of a kernel takes the place of. */
  private List<FunctionChange> replaced(Kernel with, String arch) {
    String file = patch.substring(patch.lastIndexOf('/') + 1);
    return with.compile(arch).replacements().stream()
        .filter(it -> it.kind().equals("function") && it.after().contains(file))
        .map(it -> new FunctionChange(FunctionChange.Kind.CHANGED, it.name(), it.before(), 0))
        .toList();
  }
}
