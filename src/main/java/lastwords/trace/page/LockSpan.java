package lastwords.trace.page;

/**
 * A CPU's holding a lock, or waiting for it.
 *
 * @param from the step with which it begins, counted from the first that is there
 * @param to the step with which it ends; their number when it lasts to the end
 * @param wanted does it wait?
 */
public record LockSpan(String lock, int cpu, int from, int to, boolean wanted) {}
