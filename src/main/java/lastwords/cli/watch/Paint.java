package lastwords.cli.watch;

/** Texts of a frame: fitted to the width, and coloured if the terminal supports colours. */
final class Paint {
  private final boolean colours;

  Paint(boolean colours) {
    this.colours = colours;
  }

  /** Exactly this wide; characters that would move the cursor become question marks. */
  static String fit(String text, int width) {
    String shown = visible(text);
    if (shown.length() > width) {
      return width < 1 ? "" : shown.substring(0, width - 1) + "…";
    }
    return shown + " ".repeat(width - shown.length());
  }

  private static String visible(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> out.appendCodePoint(Character.isISOControl(c) ? '?' : c));
    return out.toString();
  }

  String bold(String text) {
    return styled("1", text);
  }

  String faint(String text) {
    return styled("2", text);
  }

  String reverse(String text) {
    return styled("7", text);
  }

  String red(String text) {
    return styled("31", text);
  }

  String green(String text) {
    return styled("32", text);
  }

  String yellow(String text) {
    return styled("33", text);
  }

  String cyan(String text) {
    return styled("36", text);
  }

  private String styled(String code, String text) {
    return colours && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
