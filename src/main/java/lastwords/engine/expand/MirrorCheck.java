package lastwords.engine.expand;

import java.util.Arrays;
import lastwords.engine.model.Model;
import lastwords.engine.reduce.SymmetryReduction;
import lastwords.engine.store.VisitedSet;
import lastwords.machine.bus.Footprint;

/** Looks at moves in the mirror: what the image of a choice does there is to be its image. */
final class MirrorCheck {
  private final VisitedSet states;
  private final SymmetryReduction mirror;
  private final Model model;
  private final StateLoader loaded;
  private final StateDeltaMaker maker;

  MirrorCheck(SearchSpace space, Model model, StateLoader loaded, StateDeltaMaker maker) {
    this.states = space.states;
    this.mirror = space.mirror;
    this.model = model;
    this.loaded = loaded;
    this.maker = maker;
  }

  /**
   * Looks at the move that was just made from the loaded state.
   *
   * @param after the words that it has led to
   */
  void look(int choice, StateDelta move, long[] after) {
    long[] before = loaded.base();
    long[] image = mirror.image(before);
    boolean drew = model.drew();
    model.load(image);
    boolean happened = model.tried(mirror.choice(choice));
    long[] imageAfter = happened ? model.state().clone() : image;
    Footprint trail = model.footprint();
    for (int i = 0; i < trail.size(); i++) {
      maker.ask(mirror.noted(trail.entry(i)));
    }
    model.load(before);
    boolean same = happened == move.happened() && (!happened || drew == model.drew());
    if (!same || happened && !Arrays.equals(mirror.image(after), imageAfter)) {
      mirror.breaks("what a CPU does depends on its number");
    } else if (happened) {
      move.mirrored(difference(before, after), difference(image, imageAfter));
    }
  }

  /** What two states' fingerprints differ by, as an xor. */
  private long difference(long[] one, long[] other) {
    long difference = 0;
    for (int i = 0; i < one.length; i++) {
      if (one[i] != other[i]) {
        difference ^= states.print(i, one[i]) ^ states.print(i, other[i]);
      }
    }
    return difference;
  }
}
