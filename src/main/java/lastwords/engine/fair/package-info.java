/**
 * Cycles that a weakly fair run can go round for ever, looked for in the graph of a search and,
 * where the graph does not tell, in the states themselves.
 */
package lastwords.engine.fair;
