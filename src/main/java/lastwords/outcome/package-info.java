/**
 * How a machine ended and why: the outcome and its explanation in the kernel's terms, read off the
 * final state. Decides nothing; uses {@code machine} and {@code kernelc}.
 */
package lastwords.outcome;
