/**
 * The engine that tries everything that can happen next, in every state that can be reached: which
 * outcomes there are, and for each a shortest schedule that leads to it. What can happen is {@code
 * engine.model}'s, what follows a state {@code engine.expand}'s, what has been seen {@code
 * engine.store}'s, what may be left out {@code engine.reduce}'s, where a run is over {@code
 * engine.terminal}'s and what goes on for ever {@code engine.fair}'s.
 */
package lastwords.engine.explore;
