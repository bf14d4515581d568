package lastwords.engine.explore;

/**
 * CPUs that may change places: what becomes of a state and of a choice. Whether nothing else
 * changes is to be found out by whoever uses it: for every choice it must be the same to let it
 * happen and then change places, or the other way round.
 */
interface Permutation {
  /** Is there something to change? */
  boolean applicable();

  /** Writes the state that another one becomes. */
  void apply(long[] state, long[] image);

  /** What becomes of something that a footprint has noted. */
  int noted(int entry);

  /** What becomes of a choice, packed. */
  int choice(int choice);
}
