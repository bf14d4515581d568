package lastwords.cli.watch;

/** What a key is for. */
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

  /** Of the bytes that a terminal sends for one key. */
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
