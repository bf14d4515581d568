package lastwords.engine.reduce;

import java.util.Arrays;
import java.util.List;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * Two CPUs that nothing tells apart, so that of two states in which they have changed places only
 * one need be looked at. What makes them alike is guessed; each move is made in both orders, and at
 * the first difference the symmetry is broken: nothing found with it counts.
 */
public final class SymmetryReduction {
  /** No two CPUs are alike. */
  public static final SymmetryReduction NONE = new SymmetryReduction(List.of());

  private final List<CpuSymmetry> pairs; // at most one pair
  private volatile String broken = "";

  private SymmetryReduction(List<CpuSymmetry> pairs) {
    this.pairs = pairs;
  }

  /** The first two CPUs of a setup that are alike, in a model in its first state. */
  public static SymmetryReduction of(Setup setup, Budget budget, Model model) {
    long[] first = model.state();
    long[] image = new long[first.length];
    for (CpuSymmetry pair : CpuSymmetry.of(setup, budget, model)) {
      pair.apply(first, image);
      if (Arrays.equals(first, image)) {
        return new SymmetryReduction(List.of(pair));
      }
    }
    return NONE;
  }

  /** Are there such CPUs? */
  public boolean any() {
    return !pairs.isEmpty();
  }

  /** They are not alike, or may not be taken for it. */
  public void breaks(String why) {
    broken = why;
  }

  public boolean broken() {
    return !broken.isEmpty();
  }

  /** Which CPUs. */
  public String words() {
    return any() ? pairs.get(0).toString() : "";
  }

  public long[] image(long[] state) {
    long[] image = new long[state.length];
    pairs.get(0).apply(state, image);
    return image;
  }

  public int choice(int choice) {
    return pairs.get(0).choice(choice);
  }

  public int noted(int entry) {
    return pairs.get(0).noted(entry);
  }

  /** The same schedule with the CPUs in each other's place. */
  List<Action> schedule(List<Action> schedule) {
    return schedule.stream().map(it -> Action.of(choice(it.packed()))).toList();
  }
}
