package lastwords.kernelc.source;

/**
 * A source as it was given.
 *
 * @param path how messages name it
 * @param layer what it may replace: everything of lower layers
 */
public record SourceText(String path, String text, int layer) {
  public boolean isHeader() {
    return path.endsWith(".h");
  }

  /** The path's last part: static names belong to it. */
  public String baseName() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
