package lastwords.originality;

import java.util.BitSet;
import java.util.List;

/**
 * The guard's judgement of a function.
 *
 * @param tokens number compared
 * @param covered number of them inside a window of an original
 * @param run length of the longest covered stretch
 * @param runFrom index of its first token
 */
record Overlap(int tokens, int covered, int run, int runFrom) {
  static Overlap of(CFunction function, Fingerprints fingerprints) {
    List<NormalToken> tokens = NormalToken.of(function.body());
    return of(tokens.size(), Window.of(tokens), fingerprints);
  }

  static Overlap of(int tokens, List<Window> windows, Fingerprints fingerprints) {
    BitSet covered = new BitSet(tokens);
    for (Window window : windows) {
      if (fingerprints.contains(window.hash())) {
        covered.set(window.first(), window.first() + window.length());
      }
    }
    return withLongestRun(tokens, covered);
  }

  /** Of several longest stretches, the last. */
  private static Overlap withLongestRun(int tokens, BitSet covered) {
    int run = 0;
    int runFrom = 0;
    for (int from = covered.nextSetBit(0); from >= 0; ) {
      int to = covered.nextClearBit(from);
      if (to - from >= run) {
        run = to - from;
        runFrom = from;
      }
      from = covered.nextSetBit(to);
    }
    return new Overlap(tokens, covered.cardinality(), run, runFrom);
  }

  Nearness nearness() {
    return Nearness.of(tokens, (double) covered / Math.max(1, tokens), run);
  }

  /** In percent, rounded. */
  int share() {
    return (int) Math.rint(100.0 * covered / Math.max(1, tokens));
  }
}
