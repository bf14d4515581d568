package lastwords.cli.compare;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cli.cases.KernelOptions;
import lastwords.kernelc.Compilation;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.release.FunctionChange;
import lastwords.scenario.release.KernelDiff;
import lastwords.scenario.setting.Overrides;

/** What a patch changes in each kernel, and why it does not fit others. */
final class PatchedKernels {
  private final Catalog catalog;
  private final String patch;
  private final boolean source; // is it a source file rather than a diff?
  private final Map<String, List<FunctionChange>> changes = new HashMap<>(); // by kernel
  private final Set<String> changed = new TreeSet<>();
  private final Set<String> misfits = new TreeSet<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private boolean unreadable;
  private boolean broken;

  /**
   * @param patch the suffix of a kernel's name: {@code panic-lock-safe}, {@code ./my.patch}
   */
  PatchedKernels(Catalog catalog, String patch) {
    this.catalog = catalog;
    this.patch = patch;
    this.source = patch.endsWith(".c");
    try {
      catalog.kernel(catalog.kernels().firstKey() + "+" + patch);
    } catch (ScenarioException e) {
      unreadable = true;
      doesNotFit(e);
    }
  }

  /** Is it not a patch at all, for any kernel? */
  boolean isUnreadable() {
    return unreadable;
  }

  /** Applies a diff to the kernels of these cases; a source file has to be compiled for that. */
  void putOn(List<Case> cases) {
    for (Case made : cases) {
      if (!source && !Thread.currentThread().isInterrupted()) {
        changes(made);
      }
    }
  }

  /** The functions that the patch changes in the kernel of a case; none if it does not fit. */
  List<FunctionChange> changes(Case made) {
    String name = made.kernel().name() + (source ? " " + made.arch() : "");
    return changes.computeIfAbsent(name, it -> find(made.kernel(), made.arch()));
  }

  /** The overrides that add the patch to a case. */
  Overrides patched(Case made) {
    String name = made.kernel().name() + "+" + patch;
    return new Overrides(Optional.of(name), Optional.empty(), Map.of());
  }

  /** Records that a kernel with the patch cannot be compiled. */
  void doesNotCompile(ScenarioException why) {
    broken = true;
    misfits.add(why.lines().get(0));
    problems.addAll(why.lines());
  }

  /** The functions that it changes, in any kernel. */
  Set<String> changed() {
    return changed;
  }

  /** Why it does not fit, one line per reason. */
  Set<String> misfits() {
    return misfits;
  }

  /** All its errors, if it has errors on every kernel that was examined. */
  List<String> problems() {
    return changed.isEmpty() || broken ? List.copyOf(problems) : List.of();
  }

  private List<FunctionChange> find(Kernel kernel, String arch) {
    try {
      Kernel with = catalog.kernel(kernel.name() + "+" + patch);
      List<FunctionChange> found = source ? replaced(with, arch) : diff(kernel, with);
      found.forEach(it -> changed.add(it.name() + "()"));
      return found;
    } catch (ScenarioException e) {
      doesNotFit(e);
      return List.of();
    }
  }

  private void doesNotFit(ScenarioException why) {
    misfits.add(why.lines().get(0));
    problems.add(why.lines().get(0));
  }

  private static List<FunctionChange> diff(Kernel kernel, Kernel with) {
    boolean trees = kernel.tree().isPresent() && with.tree().isPresent();
    return trees ? KernelDiff.of(kernel.tree().get(), with.tree().get()).functions() : List.of();
  }

  /** The functions that a source on top of a kernel replaces. */
  private List<FunctionChange> replaced(Kernel with, String arch) {
    Compilation compilation = with.compile(arch);
    try {
      KernelOptions.check(compilation);
    } catch (ScenarioException e) {
      doesNotCompile(e);
      return List.of();
    }
    String file = patch.substring(patch.lastIndexOf('/') + 1);
    return compilation.replacements().stream()
        .filter(it -> it.kind().equals("function") && it.after().contains(file))
        .map(it -> new FunctionChange(FunctionChange.Kind.CHANGED, it.name(), it.before(), 0))
        .toList();
  }
}
