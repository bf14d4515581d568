/** The state of a CPU, which its units work on, and what can be read off it. */
package lastwords.machine.cpu.core;
