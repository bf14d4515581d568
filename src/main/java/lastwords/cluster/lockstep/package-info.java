/**
 * Machines whose parts are actors, in the simulate engine's order: one conductor asks one actor at
 * a time, wherever it lives, so the trace is the simulate engine's.
 */
package lastwords.cluster.lockstep;
