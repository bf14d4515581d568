/**
 * Machines spread over nodes: an agent on each node lets parts live there, a coordinator has them
 * placed, starts them, hands them faults, and reads the outcome off what is left of the machine.
 */
package lastwords.cluster.machine;
