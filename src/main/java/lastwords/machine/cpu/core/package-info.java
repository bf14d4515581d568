/** The state of a CPU, which its units work on, and queries about it. */
package lastwords.machine.cpu.core;
