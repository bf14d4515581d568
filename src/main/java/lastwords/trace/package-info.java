/**
 * The record of a run: what each step did, kept in memory, written for people and for tools, and
 * compared. Decides nothing and names everything as the kernel does. Uses {@code machine} and
 * {@code kernelc}.
 */
package lastwords.trace;
