/**
 * Machines that run live: every part is an actor that goes its own way, emulated time is wall time
 * times a scale, and what the network loses is lost. A coordinator starts a machine, hands it
 * faults, and reads its outcome off what is left of it.
 */
package lastwords.cluster.live;
