/**
 * Where runs are over: the states with their outcomes, and the states that only a hang can follow.
 */
package lastwords.engine.terminal;
