/** The verb orders: compares orders of panic(), with notifiers and their faults. */
package lastwords.cli.orders;
