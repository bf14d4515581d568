package lastwords.kernelc;

/**
 * A piece of kernel C to compile.
 *
 * @param path its name in messages
 * @param text the source
 * @param layer 0 for a kernel's own source; a function or initialised variable of a higher layer
 *     replaces that of a lower one with the same name
 */
public record SourceFile(String path, String text, int layer) {}
