/** Faults: what breaks, when, and what that does to the parts. */
package lastwords.machine.fault;
