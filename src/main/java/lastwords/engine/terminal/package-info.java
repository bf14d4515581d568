/**
 * Where runs are over: the states with their outcomes, and from where nothing but a hang follows.
 */
package lastwords.engine.terminal;
