/**
 * Steps as events of the kernel's tracepoints: {@code lock:contention_begin}, {@code
 * printk:console} and so on, {@code lastwords:step} for all others. May use {@code trace.story}.
 */
package lastwords.trace.tracepoint;
