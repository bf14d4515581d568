/**
 * What happens on all nodes, brought together: the shipper that sends a node's spool on, the
 * collector that merges by causality, and how it is read. Decides nothing that a machine does.
 */
package lastwords.cluster.trace;
