/**
 * The parts other than CPUs: memory, interrupt controller, spinlocks, consoles, persistent RAM,
 * firmware.
 */
package lastwords.machine.part;
