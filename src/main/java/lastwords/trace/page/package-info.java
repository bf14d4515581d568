/** A trace in the form sent to the page of a run: columns of numbers. May use {@code trace}. */
package lastwords.trace.page;
