package lastwords.trace.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds loops of one CPU: the first iteration is shown, the others are counted. */
final class Loops {
  private static final int LONGEST = 12; // moments per iteration
  private static final int FEWEST = 3; // minimum number of iterations

  private final List<Moment> moments;
  private final int[] keys;
  private final List<Told> told = new ArrayList<>();

  private Loops(List<Moment> moments) {
    this.moments = moments;
    Map<String, Integer> numbers = new HashMap<>();
    this.keys =
        moments.stream()
            .mapToInt(it -> numbers.computeIfAbsent(it.key(), key -> numbers.size()))
            .toArray();
  }

  /** The moments of one CPU, with loops folded. */
  static List<Told> fold(List<Moment> moments) {
    return new Loops(moments).folded();
  }

  private List<Told> folded() {
    int at = 0;
    while (at < keys.length) {
      int length = longestLoop(at);
      int turns = turns(at, length);
      turn(at, length);
      if (turns >= FEWEST) {
        others(at, length, turns);
      }
      at += turns >= FEWEST ? length * turns : length;
    }
    return told;
  }

  private void turn(int at, int length) {
    moments.subList(at, at + length).forEach(it -> told.add(Told.once(it)));
  }

  private void others(int at, int length, int turns) {
    Moment second = moments.get(at + length);
    Moment last = moments.get(at + length * turns - 1);
    String what = length == 1 ? "again" : "the same " + length + " again";
    told.add(new Told(second.with(what + ", " + (turns - 1) + " x"), turns - 1, last.nanos()));
  }

  /** The length of the iteration that folds most moments; 1 if nothing repeats. */
  private int longestLoop(int at) {
    int best = 1;
    int saved = 0;
    for (int length = 1; length <= LONGEST && at + length <= keys.length; length++) {
      int turns = turns(at, length);
      if (turns >= FEWEST && (turns - 1) * length > saved) {
        saved = (turns - 1) * length;
        best = length;
      }
    }
    return best;
  }

  private int turns(int at, int length) {
    int turns = 1;
    while (same(at, at + turns * length, length)) {
      turns++;
    }
    return turns;
  }

  private boolean same(int left, int right, int length) {
    if (right + length > keys.length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (keys[left + i] != keys[right + i]) {
        return false;
      }
    }
    return true;
  }
}
