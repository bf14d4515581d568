/**
 * Parts that run live: every part is an actor that goes its own way, emulated time is wall time
 * times a scale, and what the network loses is lost. Here is also what parts and the coordinator of
 * their machine tell each other.
 */
package lastwords.cluster.live;
