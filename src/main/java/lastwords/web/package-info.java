/**
 * The HTTP interface of a node: what {@link lastwords.cluster.node.ClusterNode} offers, as JSON.
 * The only package that serves HTTP; it contains no other logic.
 */
package lastwords.web;
