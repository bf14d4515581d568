package lastwords.trace;

/** Emulated time in the form of traces and stories. */
public final class Micros {
  private static final int WIDTH = 12;

  private Micros() {}

  /** Microseconds with three decimals, right-aligned. */
  public static String text(long nanos) {
    String micros = nanos / 1000 + "." + String.valueOf(1000 + nanos % 1000).substring(1);
    return " ".repeat(Math.max(0, WIDTH - micros.length())) + micros;
  }
}
