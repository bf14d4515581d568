/** The verbs about nodes of a cluster, and how a node is called. */
package lastwords.cli.cluster;
