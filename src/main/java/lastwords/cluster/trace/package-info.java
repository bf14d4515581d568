/**
 * Collection of traces: the shipper that sends a node's spool, the collector that merges all of
 * them by causality, and access to the result. Does not affect what a machine does.
 */
package lastwords.cluster.trace;
