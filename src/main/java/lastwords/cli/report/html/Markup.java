package lastwords.cli.report.html;

import java.util.Locale;

/** HTML that is written piece by piece. Everything except tags is escaped here. */
final class Markup {
  private final StringBuilder html = new StringBuilder();

  /** HTML, written as it is. */
  Markup raw(String markup) {
    html.append(markup);
    return this;
  }

  /** Text, which may come from anywhere. */
  Markup text(String text) {
    text.codePoints().forEach(this::character);
    return this;
  }

  /** A tag with attributes, as alternating names and values. */
  Markup tag(String name, String... attributes) {
    html.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      text(attributes[i + 1]);
      html.append('"');
    }
    html.append('>');
    return this;
  }

  Markup end(String name) {
    html.append("</").append(name).append('>');
    return this;
  }

  /** A whole element that contains text. */
  Markup element(String name, String text, String... attributes) {
    return tag(name, attributes).text(text).end(name);
  }

  Markup line() {
    html.append('\n');
    return this;
  }

  private void character(int c) {
    switch (c) {
      case '&' -> html.append("&amp;");
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      case '\n', '\t' -> html.append((char) c);
      default -> {
        if (visible(c)) {
          html.appendCodePoint(c);
        } else {
          html.append(String.format(Locale.ROOT, "\\u%04x", c));
        }
      }
    }
  }

  /** Control characters, and those that change the direction of text, are shown by number. */
  private static boolean visible(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE;
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
