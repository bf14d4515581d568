/**
 * Kernel C: the dialect of C in which the emulated kernel is written, its compiler, and the {@link
 * lastwords.kernelc.KernelImage} that comes out. Sources become tokens and parse trees in {@code
 * source}, checked trees in {@code analysis}, byte code here. Knows no part of the machine; uses no
 * other package but its own parts.
 */
package lastwords.kernelc;
