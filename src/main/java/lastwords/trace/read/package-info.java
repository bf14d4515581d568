/** Traces read from files: JSON lines, with the names in them. Uses {@code trace}. */
package lastwords.trace.read;
