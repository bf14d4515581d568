package lastwords.trace.page;

/**
 * An interval in which a CPU holds a lock, or waits for it.
 *
 * @param from its first step, counted from the first one in the trace
 * @param to the step that ends it; the number of steps if it lasts to the end
 * @param wanted does the CPU wait?
 */
public record LockSpan(String lock, int cpu, int from, int to, boolean wanted) {}
