/** Faults: what breaks, when, and the effect on the parts. */
package lastwords.machine.fault;
