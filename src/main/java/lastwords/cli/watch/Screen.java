package lastwords.cli.watch;

import java.io.PrintStream;
import java.util.List;

/**
 * A terminal's alternate screen, drawn frame by frame; the original content is restored at the end.
 */
final class Screen implements AutoCloseable {
  private static final String ESC = "\u001b[";

  private final PrintStream out;

  Screen(PrintStream out) {
    this.out = out;
    out.print(ESC + "?1049h" + ESC + "?25l" + ESC + "2J");
    out.flush();
  }

  /** Shows these lines and nothing else, in one go if the terminal can. */
  void draw(List<String> lines) {
    StringBuilder frame = new StringBuilder(ESC + "?2026h" + ESC + "H");
    for (int i = 0; i < lines.size(); i++) {
      frame.append(i == 0 ? "" : "\r\n").append(lines.get(i)).append(ESC + "0m" + ESC + "K");
    }
    out.print(frame.append(ESC + "J" + ESC + "?2026l"));
    out.flush();
  }

  @Override
  public void close() {
    out.print(ESC + "0m" + ESC + "?25h" + ESC + "?1049l");
    out.flush();
  }
}
