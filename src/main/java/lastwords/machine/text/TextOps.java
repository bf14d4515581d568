package lastwords.machine.text;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Request;

/**
 * C's string functions on interned texts. The arguments are those of the C function, with a {@code
 * va_list} replaced by its contents and every text argument by a STRING pointer. The request's
 * {@code target} is the first argument as it was passed; its {@code b} is the old text there, if
 * the function writes.
 */
public final class TextOps {
  private static final int MAX = 1 << 16;

  private final Texts texts;
  private final Format format;

  public TextOps(Texts texts, Format format) {
    this.texts = texts;
    this.format = format;
  }

  /** Does it write to its first argument? */
  public static boolean writes(Builtin builtin) {
    return switch (builtin) {
      case VSNPRINTF, VSCNPRINTF, SNPRINTF, SCNPRINTF, STRSCPY -> true;
      default -> false;
    };
  }

  public boolean isText(long word) {
    return texts.isText(word);
  }

  /**
   * A pointer to the text in a char array's word, starting at a character. An empty array holds 0.
   */
  public long at(long word, int offset) {
    return (word == 0 ? texts.pointer("") : word) + offset;
  }

  public void perform(Builtin builtin, Request request) {
    long[] args = request.args;
    switch (builtin) {
      case VSNPRINTF, SNPRINTF -> print(request, false);
      case VSCNPRINTF, SCNPRINTF -> print(request, true);
      case STRSCPY -> copy(request);
      case STRLEN -> request.result = texts.text(args[0]).length();
      case STRCMP -> request.result = compare(texts.text(args[0]), texts.text(args[1]));
      case STRNCMP -> request.result = compare(head(args[0], args[2]), head(args[1], args[2]));
      case STRCHR -> request.result = found(request, texts.text(args[0]).indexOf((char) args[1]));
      case STRSTR ->
          request.result = found(request, texts.text(args[0]).indexOf(texts.text(args[1])));
      default -> throw new IllegalStateException("no text operation: " + builtin);
    }
  }

  private void print(Request request, boolean written) {
    String text = format.format(texts.text(request.args[2]), request.args, 3, request.argCount);
    String cut = store(request, text, request.args[1]);
    request.result = written ? cut.length() : text.length();
  }

  private void copy(Request request) {
    String text = texts.text(request.args[1]);
    String cut = store(request, text, request.args[2]);
    request.result = cut.length() == text.length() ? text.length() : -7;
  }

  /** Writes text into the target at its offset, cut to size - 1 characters. */
  private String store(Request request, String text, long size) {
    String old = texts.text(request.b);
    int room = (int) Math.max(0, Math.min(size - 1, MAX));
    String cut = text.substring(0, Math.min(text.length(), room));
    int offset = Math.min(Pointer.offset(request.target), old.length());
    String whole = offset == 0 ? cut : old.substring(0, offset).concat(cut);
    request.text = size <= 0 ? request.b : texts.pointer(whole);
    return cut;
  }

  private String head(long pointer, long length) {
    String text = texts.text(pointer);
    return text.substring(0, (int) Math.max(0, Math.min(length, text.length())));
  }

  private static int compare(String one, String other) {
    return Integer.signum(one.compareTo(other));
  }

  /** A position in the text, as a pointer of the kind that was passed. */
  private static long found(Request request, int index) {
    return index < 0 ? 0 : request.target + index;
  }

  /** The character at this offset of a text word; 0 at its end. */
  public long character(long word, int offset) {
    String text = texts.text(word);
    return offset < text.length() ? text.charAt(offset) : 0;
  }

  /** The text with one character replaced; a 0 ends it there. */
  public long withCharacter(long word, int offset, long value) {
    String text = texts.text(word);
    if (value == 0 && offset >= text.length()) {
      return word; // past the end, where no reader gets
    }
    StringBuilder changed = new StringBuilder(text);
    while (changed.length() < offset) {
      changed.append('\0');
    }
    changed.setLength(value == 0 ? offset : Math.max(changed.length(), offset + 1));
    if (value != 0) {
      changed.setCharAt(offset, (char) (value & 0xff));
    }
    return texts.pointer(changed.toString());
  }
}
