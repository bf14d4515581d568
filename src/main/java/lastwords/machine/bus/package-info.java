/**
 * The requests, answers and effects between CPUs and other parts, and the hardware's configuration.
 */
package lastwords.machine.bus;
