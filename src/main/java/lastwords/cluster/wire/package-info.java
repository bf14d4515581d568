/**
 * What nodes share on the wire: the marker of their messages, and compressed text. Uses Akka's
 * serialization by configuration only.
 */
package lastwords.cluster.wire;
