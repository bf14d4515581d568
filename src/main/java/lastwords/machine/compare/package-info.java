/** States of a machine in which two CPUs have changed places. */
package lastwords.machine.compare;
