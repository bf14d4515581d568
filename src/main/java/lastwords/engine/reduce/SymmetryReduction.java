package lastwords.engine.reduce;

import java.util.Arrays;
import java.util.List;
import lastwords.engine.model.Action;
import lastwords.engine.model.Model;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * Two interchangeable CPUs, so that of two states that differ only by swapping them one suffices.
 * That they are interchangeable is a guess; each move is also made in the image, and at the first
 * difference the symmetry is broken: nothing found with it counts.
 */
public final class SymmetryReduction {
  /** No two CPUs are interchangeable. */
  public static final SymmetryReduction NONE = new SymmetryReduction(List.of());

  private final List<CpuSymmetry> pairs; // at most one pair
  private volatile String broken = "";

  private SymmetryReduction(List<CpuSymmetry> pairs) {
    this.pairs = pairs;
  }

  /** The first two interchangeable CPUs of a setup, in a model in its initial state. */
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

  /** The CPUs are not interchangeable, or must not be treated so. */
  public void breaks(String why) {
    broken = why;
  }

  public boolean broken() {
    return !broken.isEmpty();
  }

  /** Names the CPUs. */
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

  /** The same schedule with the two CPUs swapped. */
  List<Action> schedule(List<Action> schedule) {
    return schedule.stream().map(it -> Action.of(choice(it.packed()))).toList();
  }
}
