/**
 * The parts beside CPUs and memory: interrupt controller, spinlocks, consoles, persistent RAM,
 * firmware.
 */
package lastwords.machine.part;
