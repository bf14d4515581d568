package lastwords.kernelc.source;

/**
 * A source as it was given.
 *
 * @param path its name in messages
 * @param layer it may replace definitions of lower layers
 */
public record SourceText(String path, String text, int layer) {
  public boolean isHeader() {
    return path.endsWith(".h");
  }

  /** The last component of the path: static names belong to it. */
  public String baseName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
