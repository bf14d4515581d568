/**
 * What happens on all nodes, brought together: every node's spool on its disk, the shipper that
 * sends it on, the collector that merges by causality, and how it is read. Decides nothing that a
 * machine does.
 */
package lastwords.cluster.trace;
