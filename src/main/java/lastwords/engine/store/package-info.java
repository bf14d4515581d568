/**
 * The data of a search: growing arrays of numbers, bits and bytes, and the set of visited states
 * with its shared pieces.
 */
package lastwords.engine.store;
