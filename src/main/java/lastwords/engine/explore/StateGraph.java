package lastwords.engine.explore;

/**
 * The states that were expanded and the transitions between them, with the choice that makes each.
 */
final class StateGraph implements Components.Graph {
  private final Ints from = new Ints(); // of each state: where its transitions begin
  private final Ints count = new Ints(); // how many they are; -1: not expanded
  private final Ints targets = new Ints();
  private final Ints choices = new Ints();

  /** One more state, not expanded yet. */
  void add() {
    from.add(0);
    count.add(-1);
  }

  /** The transitions that are added next are this state's, instead of any that it had. */
  void expand(int state) {
    from.set(state, targets.size());
    count.set(state, 0);
  }

  /** A transition of the state that is being expanded. */
  void add(int state, int choice, int target) {
    targets.add(target);
    choices.add(choice);
    count.set(state, count.get(state) + 1);
  }

  boolean expanded(int state) {
    return count.get(state) >= 0;
  }

  int choice(int state, int index) {
    return choices.get(from.get(state) + index);
  }

  @Override
  public int nodes() {
    return from.size();
  }

  @Override
  public int degree(int node) {
    return Math.max(0, count.get(node));
  }

  @Override
  public int successor(int node, int index) {
    return targets.get(from.get(node) + index);
  }

  long transitions() {
    long all = 0;
    for (int state = 0; state < nodes(); state++) {
      all += degree(state);
    }
    return all;
  }

  long bytes() {
    return from.bytes() + count.bytes() + targets.bytes() + choices.bytes();
  }
}
