package lastwords.kernelc.source;

/** A place in a source. Line and column count from 1. */
public record Spot(String file, int line, int column) implements Comparable<Spot> {
  @Override
  public int compareTo(Spot other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** {@code file:line}, for messages that point elsewhere. */
  public String fileAndLine() {
    return file + ":" + line;
  }
}
