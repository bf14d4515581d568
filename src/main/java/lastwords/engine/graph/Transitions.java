package lastwords.engine.graph;

import lastwords.engine.store.Bits;
import lastwords.engine.store.Components;

/** States and the transitions between them, with the choice that makes each. */
public interface Transitions extends Components.Graph {
  /** Is it known what follows a state? */
  boolean expanded(int state);

  /** Could time not pass in this state? */
  boolean held(int state);

  /** The choice that makes a state's transition, packed. */
  int choice(int state, int index);

  /** Does a transition lead from a state to one of these? */
  boolean leads(int state, Bits these);

  /** Do all transitions from a state lead to these? So they do where there are none. */
  boolean leadsOnly(int state, Bits these);
}
