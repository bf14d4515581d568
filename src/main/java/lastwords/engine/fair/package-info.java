/**
 * Cycles in which a weakly fair run can stay for ever, found in the graph of a search and, where
 * that is not enough, in the states themselves.
 */
package lastwords.engine.fair;
