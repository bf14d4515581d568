/**
 * Machines spread over nodes: a coordinator has the parts placed, starts them, hands them faults,
 * and reads the outcome off what is left of the machine.
 */
package lastwords.cluster.machine;
