/**
 * A trace told at a level: what a kernel developer would tell of a run, from its steps alone. It
 * knows operations and hardware, but no kernel functions and no scenarios. May use {@code trace}.
 */
package lastwords.trace.story;
