/**
 * The engines: they decide what happens next on a machine. Here: simulate, which lets the earliest
 * event happen first in emulated time. Uses {@code scenario}, {@code outcome} and {@code machine};
 * knows no actor.
 */
package lastwords.engine;
