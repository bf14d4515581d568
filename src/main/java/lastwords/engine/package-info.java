/**
 * The engines: they decide what happens next on a machine. This package has simulate, which applies
 * the earliest event first, in emulated time. Uses {@code scenario}, {@code outcome} and {@code
 * machine}; knows nothing about actors.
 */
package lastwords.engine;
