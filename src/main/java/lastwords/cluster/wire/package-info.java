/**
 * What nodes have in common on the wire: the mark of their messages, and text made small. Uses
 * Akka's serialization by configuration only.
 */
package lastwords.cluster.wire;
