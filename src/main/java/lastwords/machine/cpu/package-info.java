/** A CPU: interpreter, stacks, interrupts, waits, and its accesses to memory. */
package lastwords.machine.cpu;
