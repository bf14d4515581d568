/**
 * What a search keeps: growing arrays of numbers, bits and bytes, and the set of visited states
 * with its shared pieces.
 */
package lastwords.engine.store;
