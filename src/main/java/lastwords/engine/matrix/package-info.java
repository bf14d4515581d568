/**
 * What a matrix of cases says: for each combination of settings, machine, kernel and situation how
 * often each goal is reached, which axis matters most, which settings are dominated, which to
 * recommend. Pure arithmetic on cells; runs nothing. Uses {@code outcome} and {@code
 * engine.sample}.
 */
package lastwords.engine.matrix;
