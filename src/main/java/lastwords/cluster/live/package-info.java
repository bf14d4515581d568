/**
 * Live parts: each is an actor that runs freely, emulated time is wall time times a scale, and what
 * the network loses is lost. Also the protocol between parts and their machine's coordinator.
 */
package lastwords.cluster.live;
