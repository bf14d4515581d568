/** A CPU: interpreter, stacks, interrupts, waits, and the memory that it works on. */
package lastwords.machine.cpu;
