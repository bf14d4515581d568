package lastwords.engine.explore;

import java.util.Arrays;
import java.util.List;
import lastwords.scenario.Budget;
import lastwords.scenario.Setup;

/**
 * Two CPUs that nothing tells apart, so that of two states in which they have changed places only
 * one need be looked at. What makes them alike is guessed; each move is made in both orders, and at
 * the first difference the mirror is broken: nothing that was found with it counts.
 */
final class Mirror {
  /** No two CPUs are alike. */
  static final Mirror NONE = new Mirror(List.of());

  private final List<Twins> twins; // at most one pair
  private volatile String broken = "";

  private Mirror(List<Twins> twins) {
    this.twins = twins;
  }

  /** The first two CPUs of a setup that are alike, in a world in its first state. */
  static Mirror of(Setup setup, Budget budget, World world) {
    long[] first = world.state();
    long[] image = new long[first.length];
    for (Twins pair : Twins.of(setup, budget, world)) {
      pair.apply(first, image);
      if (Arrays.equals(first, image)) {
        return new Mirror(List.of(pair));
      }
    }
    return NONE;
  }

  /** Are there such CPUs? */
  boolean any() {
    return !twins.isEmpty();
  }

  /** They are not alike, or may not be taken for it. */
  void breaks(String why) {
    broken = why;
  }

  boolean broken() {
    return !broken.isEmpty();
  }

  /** Which CPUs. */
  String words() {
    return any() ? twins.get(0).toString() : "";
  }

  long[] image(long[] state) {
    long[] image = new long[state.length];
    twins.get(0).apply(state, image);
    return image;
  }

  int choice(int choice) {
    return twins.get(0).choice(choice);
  }

  int noted(int entry) {
    return twins.get(0).noted(entry);
  }

  /** The same schedule with the CPUs in each other's place. */
  List<Choice> schedule(List<Choice> schedule) {
    return schedule.stream().map(it -> Choice.of(choice(it.packed()))).toList();
  }
}
