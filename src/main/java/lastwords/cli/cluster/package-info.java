/** Verbs for nodes of a cluster, and how nodes are addressed. */
package lastwords.cli.cluster;
