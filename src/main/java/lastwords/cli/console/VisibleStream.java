package lastwords.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Escapes control characters instead of letting a terminal interpret them: a kernel's messages, a
 * title or a fault's text can contain any. All except tabs and line ends are written as {@code
 * \}{@code u001b}, which is also correct inside JSON; so are characters that change the direction
 * of text. The program's own colours carry a secret key.
 */
final class VisibleStream extends OutputStream {
  private static final int ESCAPE = 0x1b;
  private static final int DELETE = 0x7f;

  private final OutputStream target;
  private final byte[] mark;
  private final byte[] held;
  private int count;

  /**
   * @param key digits; a sequence that starts with {@code ESC [ KEY ;} is a colour
   */
  VisibleStream(OutputStream target, String key) {
    this.target = target;
    this.mark = ("\u001b[" + key + ";").getBytes(StandardCharsets.US_ASCII);
    this.held = new byte[Math.max(mark.length, 3)];
  }

  @Override
  public synchronized void write(int b) throws IOException {
    held[count++] = (byte) b;
    settle();
  }

  /** Passes on the pending bytes as soon as their meaning is clear. */
  private void settle() throws IOException {
    int first = held[0] & 0xff;
    if (first == ESCAPE) {
      colourOrEscape();
    } else if (first == 0xc2 || first == 0xe2) {
      character(first == 0xc2 ? 2 : 3);
    } else {
      plain(first);
    }
  }

  private void colourOrEscape() throws IOException {
    if (held[count - 1] != mark[count - 1]) {
      show(ESCAPE);
      again(1);
    } else if (count == mark.length) {
      target.write(ESCAPE);
      target.write('[');
      count = 0;
    }
  }

  /** A character of this many bytes in UTF-8. */
  private void character(int length) throws IOException {
    boolean continued = count == 1 || (held[count - 1] & 0xc0) == 0x80;
    if (!continued) {
      target.write(held, 0, count - 1);
      again(count - 1);
    } else if (count == length) {
      int code = held[0] & (length == 2 ? 0x1f : 0x0f);
      for (int i = 1; i < length; i++) {
        code = code << 6 | held[i] & 0x3f;
      }
      if (misleads(code)) {
        show(code);
      } else {
        target.write(held, 0, count);
      }
      count = 0;
    }
  }

  private void plain(int c) throws IOException {
    boolean control = c < ' ' && c != '\n' && c != '\t' || c == DELETE;
    if (control) {
      show(c);
    } else {
      target.write(c);
    }
    count = 0;
  }

  /** 8-bit controls, and characters that end lines or change the direction of text. */
  private static boolean misleads(int code) {
    return code >= 0x80 && code < 0xa0
        || code >= 0x200e && code <= 0x200f
        || code >= 0x2028 && code <= 0x202e
        || code >= 0x2066 && code <= 0x2069;
  }

  private void show(int code) throws IOException {
    target.write(String.format(Locale.ROOT, "\\u%04x", code).getBytes(StandardCharsets.US_ASCII));
  }

  /** Processes again the pending bytes after the first ones. */
  private void again(int from) throws IOException {
    byte[] rest = Arrays.copyOfRange(held, from, count);
    count = 0;
    for (byte b : rest) {
      write(b);
    }
  }

  @Override
  public synchronized void flush() throws IOException {
    target.flush();
  }
}
