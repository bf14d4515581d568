/**
 * What nodes have in common on the wire: the mark of their messages, plain data as JSON, and text
 * made small. Uses Akka's serialization by configuration only.
 */
package lastwords.cluster.wire;
