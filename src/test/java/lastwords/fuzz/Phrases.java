package lastwords.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Words and lines of a language, and some that nobody should write: one phrase per line, with
 * {@code <nl>} for a line end. {@code @doubling n | first | next | last} is {@code first}, n times
 * {@code next} with {@code @} for the number and {@code #} for the one before, and {@code last}.
 */
final class Phrases {
  private static final String DOUBLING = "@doubling ";

  private Phrases() {}

  static List<String> of(Path file) {
    try {
      return Files.readAllLines(file).stream().map(Phrases::phrase).toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String phrase(String line) {
    if (!line.startsWith(DOUBLING)) {
      return line.replace("<nl>", "\n");
    }
    String[] parts = line.substring(DOUBLING.length()).split(" \\| ");
    return doubling(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]);
  }

  /** The first, the next this many times, the last: one line each. */
  static String doubling(int times, String first, String next, String last) {
    StringBuilder text = new StringBuilder(first).append('\n');
    for (int i = 1; i <= times; i++) {
      String line = next.replaceAll("(?<=\\w)#", String.valueOf(i - 1));
      text.append(line.replace("@", String.valueOf(i))).append('\n');
    }
    return text.append(last).toString();
  }
}
