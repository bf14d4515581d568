/**
 * Where a CPU can be when it is stopped, and how the panic ends then. Observes the states of an
 * exploration; uses {@code engine.explore} and {@code machine}.
 */
package lastwords.engine.stops;
