/**
 * Traces that come from files: JSON lines, with the names that stand in them. Uses {@code trace}.
 */
package lastwords.trace.read;
