/**
 * Evaluates a matrix of cases: for each combination of settings, machine, kernel and situation how
 * often each goal is reached; which axis matters most, which settings are dominated, and which to
 * recommend. Pure arithmetic on cells; runs nothing. Uses {@code outcome} and {@code
 * engine.sample}.
 */
package lastwords.engine.matrix;
