/**
 * A node of a cluster as others see it: {@link lastwords.cluster.node.ClusterNode} and what it
 * takes and gives, plain data without a trace of Akka. The HTTP interface and the command line know
 * the cluster by this package only.
 */
package lastwords.cluster.node;
