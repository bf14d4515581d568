/**
 * Machines spread over nodes: a coordinator has the parts placed, starts them, injects faults, and
 * derives the outcome from what is left of the machine.
 */
package lastwords.cluster.machine;
