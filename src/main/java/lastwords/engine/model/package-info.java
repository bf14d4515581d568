/**
 * The transition system of a machine without a clock: the state, the enabled actions, and taking
 * one.
 */
package lastwords.engine.model;
