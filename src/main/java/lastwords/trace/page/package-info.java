/** A trace as the page of a run gets it: columns of numbers. May use {@code trace}. */
package lastwords.trace.page;
