package lastwords.kernelc;

/** What is wrong with a source, as one line for people. Line and column count from 1. */
public record Diagnostic(String file, int line, int column, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column + ": " + message;
  }
}
