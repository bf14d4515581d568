package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.model.Model;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.bus.Footprint;

/** Checks that the image of an action leads to the image of the state that the action leads to. */
final class SymmetryCheck {
  private final VisitedSet states;
  private final SymmetryReduction symmetry;
  private final Model model;
  private final StateLoader loaded;
  private final StateDeltaMaker maker;
  private long[] known = {}; // the state last examined
  private long[] image = {}; // its image

  SymmetryCheck(SearchSpace space, Model model, StateLoader loaded, StateDeltaMaker maker) {
    this.states = space.states;
    this.symmetry = space.symmetry;
    this.model = model;
    this.loaded = loaded;
    this.maker = maker;
  }

  /**
   * Checks the move just made from the loaded state.
   *
   * @param after the state's words afterwards
   */
  void look(int choice, StateDelta move, long[] after) {
    long[] before = loaded.base();
    remember(before);
    boolean drew = model.drew();
    model.load(image);
    boolean happened = model.tried(symmetry.choice(choice));
    long[] imageAfter = happened ? model.state().clone() : image;
    Footprint trail = model.footprint();
    for (int i = 0; i < trail.size(); i++) {
      maker.ask(symmetry.noted(trail.entry(i)));
    }
    model.load(before);
    boolean same = happened == move.happened() && (!happened || drew == model.drew());
    if (!same || happened && !Arrays.equals(symmetry.image(after), imageAfter)) {
      symmetry.breaks("what a CPU does depends on its number");
    } else if (happened) {
      move.prints(difference(before, after), difference(image, imageAfter));
    }
  }

  /** Several actions of a state are checked one after another. */
  private void remember(long[] state) {
    if (!Arrays.equals(known, state)) {
      known = state.clone();
      image = symmetry.image(state);
    }
  }

  /** The xor of two states' fingerprints. */
  private long difference(long[] one, long[] other) {
    long difference = 0;
    for (int i = next(one, other, 0); i < one.length; i = next(one, other, i + 1)) {
      difference ^= states.print(i, one[i]) ^ states.print(i, other[i]);
    }
    return difference;
  }

  /** The next word in which two states differ; the number of words if there is none. */
  private static int next(long[] one, long[] other, int from) {
    int distance = Arrays.mismatch(one, from, one.length, other, from, other.length);
    return distance < 0 ? one.length : from + distance;
  }
}
