/**
 * Machines whose parts are actors, run in the simulate engine's order: a conductor asks one actor
 * at a time, on whatever node, so the trace is the simulate engine's.
 */
package lastwords.cluster.lockstep;
