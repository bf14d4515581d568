/** States of a machine with two CPUs swapped. */
package lastwords.machine.compare;
