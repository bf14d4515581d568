package lastwords.engine.graph;

import lastwords.engine.store.Bits;
import lastwords.engine.store.Components;

/** States and the transitions between them, each with its choice. */
public interface Transitions extends Components.Graph {
  /** Are the successors of a state known? */
  boolean expanded(int state);

  /** Was time held in this state? */
  boolean held(int state);

  /** The choice of a state's transition, packed. */
  int choice(int state, int index);

  /** Does a transition lead from a state to one of these? */
  boolean leads(int state, Bits these);

  /** Do all transitions from a state lead to these? Also true if there are none. */
  boolean leadsOnly(int state, Bits these);
}
