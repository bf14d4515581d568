/**
 * Clusters of processes on this machine: starting, signalling and ending them. Knows processes and
 * files, not what the nodes talk about.
 */
package lastwords.cluster.local;
