/**
 * The agent of each node: hosts parts of machines, keeps what is needed to control them, and finds
 * new coordinators.
 */
package lastwords.cluster.agent;
