/** What nodes have in common on the wire. Uses Akka's serialization by configuration only. */
package lastwords.cluster.wire;
