package lastwords.originality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A function that was once copied, as hashes of its windows.
 *
 * @param header name, tokens, share, longest run and verdict
 */
record KnownCopy(String header, List<Window> windows) {
  private static final Path LIST = Path.of("src/test/resources/originality/known-copies.txt");

  static List<KnownCopy> all() throws IOException {
    List<KnownCopy> copies = new ArrayList<>();
    for (String line : Files.readAllLines(LIST)) {
      if (line.startsWith(" ")) {
        copies.get(copies.size() - 1).windows().addAll(windows(line.strip()));
      } else if (!line.startsWith("#")) {
        copies.add(new KnownCopy(line, new ArrayList<>()));
      }
    }
    return copies;
  }

  /** A line "length first:hash first:hash ...". */
  private static List<Window> windows(String line) {
    List<Window> windows = new ArrayList<>();
    String[] words = line.split(" ");
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split(":");
      windows.add(
          new Window(
              Integer.parseInt(parts[0]),
              Integer.parseInt(words[0]),
              Long.parseLong(parts[1], 16)));
    }
    return windows;
  }

  String name() {
    return header.split(" ")[0];
  }

  int tokens() {
    return Integer.parseInt(header.split(" ")[1]);
  }
}
