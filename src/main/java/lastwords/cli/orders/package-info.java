/** {@code lastwords orders}: notifiers, faults and orders of panic(), held against each other. */
package lastwords.cli.orders;
