/**
 * What CPUs and the other parts of a machine say to each other, and what is known of the hardware
 * before it runs.
 */
package lastwords.machine.bus;
