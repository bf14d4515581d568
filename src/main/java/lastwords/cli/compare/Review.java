package lastwords.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.compare.PatchedKernels.Reason;
import lastwords.cli.console.Progress;
import lastwords.cli.effort.EffortOptions;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Side;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.setting.Overrides;

/** Compares, for each case that a patch can affect, its kernel with and without the patch. */
final class Review {
  private final Catalog catalog;
  private final String patch;
  private final EffortOptions effort;
  private final BooleanSupplier timeIsUp;
  private final Progress progress;
  private final List<Compared> compared = new ArrayList<>();
  private final List<String> notReached = new ArrayList<>();
  private final List<String> notTried = new ArrayList<>();
  private boolean interrupted;

  /**
   * @param patch the suffix of a kernel's name: {@code panic-lock-safe}, {@code ./my.patch}
   * @param timeIsUp checked before each comparison, and if the thread was interrupted during one
   */
  Review(
      Catalog catalog,
      String patch,
      EffortOptions effort,
      Progress progress,
      BooleanSupplier timeIsUp) {
    this.catalog = catalog;
    this.patch = patch;
    this.effort = effort;
    this.timeIsUp = timeIsUp;
    this.progress = progress;
  }

  /**
   * Reviews the cases of these scenarios.
   *
   * @throws ScenarioException if a scenario is wrong
   */
  Reviewed of(List<String> scenarios) {
    PatchedKernels kernels = new PatchedKernels(catalog, patch);
    if (kernels.isUnreadable()) {
      return reviewed(kernels, List.of());
    }
    List<NamedCase> cases = new ArrayList<>();
    scenarios.forEach(name -> cases.addAll(NamedCase.of(catalog, name)));
    kernels.putOn(cases.stream().map(NamedCase::made).toList());
    boolean fits = source() || !kernels.changed().isEmpty() || !kernels.misfits();
    int number = 0;
    for (NamedCase one : fits ? cases : List.<NamedCase>of()) {
      number++;
      if (kernels.misfit(one.made()).isPresent()) {
        continue;
      }
      if (isOver()) {
        notTried.add(name(one));
      } else if (!kernels.changes(one.made()).isEmpty()) {
        progress.heading(number, cases.size(), name(one));
        review(one, kernels);
      }
    }
    return reviewed(kernels, cases);
  }

  private boolean source() {
    return patch.endsWith(".c");
  }

  private Reviewed reviewed(PatchedKernels kernels, List<NamedCase> cases) {
    List<Misfit> misfits = misfits(kernels, cases);
    boolean none = compared.isEmpty() && notTried.isEmpty();
    return new Reviewed(
        patch,
        kernels.changed(),
        compared,
        notReached,
        notTried,
        interrupted,
        misfits,
        none ? problems(kernels, misfits) : List.of());
  }

  /** What is wrong with the patch, if there is no kernel that it fits. */
  private static List<String> problems(PatchedKernels kernels, List<Misfit> misfits) {
    boolean nowhere = kernels.problems().isEmpty() && kernels.changed().isEmpty();
    return nowhere ? misfits.stream().map(Misfit::problem).toList() : kernels.problems();
  }

  private static List<Misfit> misfits(PatchedKernels kernels, List<NamedCase> cases) {
    Map<String, List<NamedCase>> byReason = new TreeMap<>();
    for (NamedCase one : cases) {
      Optional<Reason> reason = kernels.misfit(one.made());
      reason.ifPresent(
          it -> byReason.computeIfAbsent(it.text(), key -> new ArrayList<>()).add(one));
    }
    List<Misfit> misfits = new ArrayList<>();
    byReason.forEach(
        (reason, all) ->
            misfits.add(
                new Misfit(
                    reason,
                    all.stream()
                        .flatMap(it -> kernels.misfit(it.made()).stream())
                        .map(Reason::kernel)
                        .toList(),
                    all.stream().map(Review::name).toList())));
    return misfits;
  }

  private static String name(NamedCase one) {
    String variant = one.made().variant();
    return variant.equals(Scenario.DEFAULT) ? one.name() : one.name() + ":" + variant;
  }

  private void review(NamedCase one, PatchedKernels kernels) {
    List<FunctionChange> differences = kernels.changes(one.made());
    OnSide before = new OnSide(one.made(), Overrides.NONE, one.made().setup());
    if (!new ReachedCode(before.setup()).anyOf(differences)) {
      (Thread.currentThread().isInterrupted() ? notTried : notReached).add(name(one));
      return;
    }
    after(one, kernels, before.setup()).ifPresent(after -> compare(one, before, after));
  }

  private boolean isOver() {
    boolean late = timeIsUp.getAsBoolean();
    interrupted |= !late && Thread.currentThread().isInterrupted();
    return late || interrupted;
  }

  /** The same case with the patch; empty if it cannot be compiled. */
  private Optional<OnSide> after(NamedCase one, PatchedKernels kernels, Setup before) {
    Overrides patched = kernels.patched(one.made());
    try {
      Case then = catalog.scenario(one.name()).variant(one.made().variant(), patched);
      return Optional.of(new OnSide(then, patched, alike(then.setup(), before)));
    } catch (ScenarioException e) {
      kernels.doesNotCompile(one.made(), e);
      return Optional.empty();
    }
  }

  /** An interrupted comparison has only part of its outcomes. */
  private void compare(NamedCase one, OnSide before, OnSide after) {
    Comparison comparison = new Comparison(outcomes(before), outcomes(after));
    if (Thread.currentThread().isInterrupted()) {
      interrupted = !timeIsUp.getAsBoolean();
      notTried.add(name(one));
      return;
    }
    compared.add(
        new Compared(
            one.name(),
            one.made().variant(),
            Optional.of(before),
            Optional.of(after),
            Optional.of(comparison),
            ""));
  }

  /** With the same conditions on lines as before, which come from the scenario's expectations. */
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
    return Outcomes.of(side.made(), false, true, effort, progress).of(side.setup());
  }
}
