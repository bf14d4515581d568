/**
 * The interface of a cluster node: {@link lastwords.cluster.node.ClusterNode} and its arguments and
 * results, plain data without Akka. The HTTP interface and the command line use the cluster through
 * this package only.
 */
package lastwords.cluster.node;
