/**
 * The HTTP interface of a node: what {@link lastwords.cluster.node.ClusterNode} offers, as JSON.
 * The only package that serves HTTP; contains no logic of its own.
 */
package lastwords.web;
