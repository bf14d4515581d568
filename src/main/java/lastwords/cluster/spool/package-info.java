/** A node's spool: keeps the node's records on its disk until the collector has them. */
package lastwords.cluster.spool;
