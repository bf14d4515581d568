/**
 * The engine that tries everything that can happen next, in every state that can be reached: which
 * outcomes there are, and for each a shortest schedule that leads to it. What can happen is {@code
 * engine.model}'s, what has been seen {@code engine.store}'s, what may be left out {@code
 * engine.reduce}'s.
 */
package lastwords.engine.explore;
