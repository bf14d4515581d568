/**
 * A trace told at a level: what a kernel developer would tell of a run, from its steps alone. Knows
 * operations and hardware, no kernel function and no scenario. May use {@code trace}.
 */
package lastwords.trace.story;
