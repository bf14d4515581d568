/** Faults as they are written. */
package lastwords.scenario.fault;
