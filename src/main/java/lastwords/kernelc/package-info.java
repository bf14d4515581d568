/**
 * Kernel C: the dialect of C in which the emulated kernel is written, its compiler, and the {@link
 * lastwords.kernelc.image.KernelImage} that comes out. {@code preprocess} and {@code parse} make
 * parse trees of sources, {@code analysis} checked trees, {@code code} byte code. Knows nothing of
 * machines.
 */
package lastwords.kernelc;
