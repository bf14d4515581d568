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
  private final Map<String, Reason> misfits = new HashMap<>(); // by kernel
  private final Set<String> problems = new LinkedHashSet<>();
  private boolean unreadable;

  /**
   * Why a kernel cannot have the patch.
   *
   * @param text with file and line
   * @param kernel that it is about, by name
   */
  record Reason(String text, String kernel) {}

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
      problems.addAll(e.lines());
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
    return changes.computeIfAbsent(key(made), it -> find(made));
  }

  private String key(Case made) {
    return made.kernel().address() + (source ? " " + made.arch() : "");
  }

  /** The overrides that add the patch to a case. */
  Overrides patched(Case made) {
    String name = made.kernel().address() + "+" + patch;
    return new Overrides(Optional.of(name), Optional.empty(), Map.of());
  }

  /** Records that the kernel of a case cannot be compiled with the patch. */
  void doesNotCompile(Case made, ScenarioException why) {
    misfits.put(key(made), new Reason(why.lines().get(0), made.kernel().name()));
    problems.addAll(why.lines());
  }

  /** The functions that it changes, in any kernel. */
  Set<String> changed() {
    return changed;
  }

  /** Is there a known kernel that it does not fit? */
  boolean misfits() {
    return !misfits.isEmpty();
  }

  /** Why it does not fit the kernel of a case; empty if it does, or if that was not tried. */
  Optional<Reason> misfit(Case made) {
    return Optional.ofNullable(misfits.get(key(made)));
  }

  /** Errors in the patch itself, in the form that it has on any kernel. */
  List<String> problems() {
    return List.copyOf(problems);
  }

  private List<FunctionChange> find(Case made) {
    Kernel kernel = made.kernel();
    try {
      Kernel with = catalog.kernel(kernel.address() + "+" + patch);
      List<FunctionChange> found = source ? replaced(made, with) : diff(kernel, with);
      found.forEach(it -> changed.add(it.name() + "()"));
      return found;
    } catch (ScenarioException e) {
      misfits.put(key(made), reason(e.lines().get(0), kernel));
      return List.of();
    }
  }

  /** That it is not for a release does not depend on the kernel's other patches. */
  private static Reason reason(String text, Kernel kernel) {
    String release = ", not to " + kernel.version();
    return text.endsWith(release)
        ? new Reason(text.substring(0, text.length() - release.length()), kernel.baseName())
        : new Reason(text, kernel.name());
  }

  private static List<FunctionChange> diff(Kernel kernel, Kernel with) {
    boolean trees = kernel.tree().isPresent() && with.tree().isPresent();
    return trees ? KernelDiff.of(kernel.tree().get(), with.tree().get()).functions() : List.of();
  }

  /** The functions that a source on top of a kernel replaces. */
  private List<FunctionChange> replaced(Case made, Kernel with) {
    Compilation compilation = with.compile(made.arch());
    try {
      KernelOptions.check(compilation);
    } catch (ScenarioException e) {
      doesNotCompile(made, e);
      return List.of();
    }
    String file = patch.substring(patch.lastIndexOf('/') + 1);
    return compilation.replacements().stream()
        .filter(it -> it.kind().equals("function") && it.after().contains(file))
        .map(it -> new FunctionChange(FunctionChange.Kind.CHANGED, it.name(), it.before(), 0))
        .toList();
  }
}
