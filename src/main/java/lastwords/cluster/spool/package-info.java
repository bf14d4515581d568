/** A node's spool: what happened on it, on its disk, until the collector has it. */
package lastwords.cluster.spool;
