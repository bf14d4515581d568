/** Spoilt input for the whole program. */
package lastwords.fuzz;
