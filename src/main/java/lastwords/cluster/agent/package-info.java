/**
 * The agent of each node: it lets parts of machines live there, keeps their control, and finds them
 * a new coordinator.
 */
package lastwords.cluster.agent;
