/**
 * What a run's steps do not show, observed in the machine while it runs: calls, and the old values
 * of words and locks. May use {@code machine}.
 */
package lastwords.trace.watch;
