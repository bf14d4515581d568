/**
 * The emulated hardware: CPUs, memory, spinlocks, interrupt controller, consoles, persistent RAM
 * and firmware, each a part over a slice of the machine's flat state. Knows kernel C's image, never
 * Linux; reads no clock and no random source. Uses {@code kernelc} alone.
 */
package lastwords.machine;
