/**
 * Kernel C: the dialect of C in which the emulated kernel is written, its grammar, checks and compiler, and the
 * {@link lastwords.kernelc.KernelImage} that comes out. Knows no part of the machine; uses no other package.
 */
package lastwords.kernelc;
