package lastwords.scenario.release;

/**
 * A line of a kernel's source, and where it was written.
 *
 * @param text without the line end
 * @param file its name in messages
 * @param number from 1
 */
public record TreeLine(String text, String file, int number) {
  /** {@code panic.c:12}. */
  public String place() {
    return file + ":" + number;
  }
}
