/**
 * Clusters of processes on this host: starts, signals and ends them. Knows processes and files, not
 * the nodes' protocols.
 */
package lastwords.cluster.local;
