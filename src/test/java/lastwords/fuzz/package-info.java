/** Corrupted input for the whole program. */
package lastwords.fuzz;
