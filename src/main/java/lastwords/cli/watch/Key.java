package lastwords.cli.watch;

import java.util.List;
import java.util.regex.Pattern;

/** The meaning of a key. */
enum Key {
  PLAY,
  ON,
  BACK,
  FIRST,
  LAST,
  FASTER,
  SLOWER,
  QUIT,
  OTHER;

  private static final Pattern SENT =
      Pattern.compile("\u001b\\[[0-9;]*[A-Za-z~]|\u001bO.|.", Pattern.DOTALL);

  /** The keys in what a terminal has sent. */
  static List<Key> all(String sent) {
    return SENT.matcher(sent).results().map(it -> of(it.group())).toList();
  }

  /** The key for the characters that a terminal sends. */
  static Key of(String sent) {
    return switch (sent) {
      case " " -> PLAY;
      case "\u001b[C", "\u001bOC", "l" -> ON;
      case "\u001b[D", "\u001bOD", "h" -> BACK;
      case "\u001b[H", "\u001b[1~", "\u001bOH", "g" -> FIRST;
      case "\u001b[F", "\u001b[4~", "\u001bOF", "G" -> LAST;
      case "+", "=" -> FASTER;
      case "-" -> SLOWER;
      case "q", "Q", "\u001b", "\u0004" -> QUIT;
      default -> OTHER;
    };
  }
}
