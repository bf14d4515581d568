/**
 * What a run's steps do not say by themselves, looked up in the machine while it runs: calls, and
 * what words and locks held before. May use {@code machine}.
 */
package lastwords.trace.watch;
