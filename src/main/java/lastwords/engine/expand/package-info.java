/**
 * What each worker of a search does with a state: load it, find out what can happen in it, and to
 * which states that leads. It knows no order in which states are expanded, which is {@code
 * engine.explore}'s.
 */
package lastwords.engine.expand;
