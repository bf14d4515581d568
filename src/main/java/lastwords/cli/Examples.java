package lastwords.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Command lines for help and manual pages: two for each verb that works on this machine. */
final class Examples {
  private Examples() {}

  /** All of them, without the program's name. */
  static List<String> all() {
    try (InputStream in = Examples.class.getResourceAsStream("/lastwords/cli/examples.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The examples of a verb: {@code run}, {@code kernel show}. */
  static List<String> of(String verb) {
    return all().stream().filter(line -> (line + " ").startsWith(verb + " ")).limit(2).toList();
  }
}
