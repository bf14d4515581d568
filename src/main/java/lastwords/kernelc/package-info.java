/**
 * Kernel C: the dialect of C in which the emulated kernel is written, its compiler, and the
 * resulting {@link lastwords.kernelc.image.KernelImage}. {@code preprocess} and {@code parse} turn
 * sources into parse trees, {@code analysis} turns those into checked trees, {@code code} into byte
 * code. It knows nothing about machines.
 */
package lastwords.kernelc;
