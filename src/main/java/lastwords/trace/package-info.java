/**
 * The record of a run: what each step did, kept in memory, written for people and for tools, and
 * compared. Decides nothing; everything has its name in the kernel. Uses {@code machine} and {@code
 * kernelc}.
 */
package lastwords.trace;
