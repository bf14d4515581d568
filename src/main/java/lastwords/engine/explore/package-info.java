/**
 * The engine that tries everything that can happen next, in every state that can be reached: which
 * outcomes there are, and for each a shortest schedule that leads to it. {@code engine.model}
 * defines what can happen, {@code engine.expand} finds the successors of a state, {@code
 * engine.store} keeps what has been seen, {@code engine.reduce} says what may be left out, {@code
 * engine.terminal} where a run is over, and {@code engine.fair} what goes on for ever.
 */
package lastwords.engine.explore;
