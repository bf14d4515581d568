/**
 * Comparison of two sides of a case (two kernels, machines or settings): which outcomes each has,
 * and what that means. Decides what is worse; runs nothing itself. Uses {@code outcome}, and {@code
 * engine.witness} for the runs that show the outcomes.
 */
package lastwords.engine.compare;
