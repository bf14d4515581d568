package lastwords.machine.text;

import lastwords.machine.bus.Random;

/**
 * The kernel's printf formats: d i u x X o c s p % with flags, width, precision, {@code h l ll z},
 * and the pointer extensions {@code %pS %pB %pF} (symbol, offset, size), {@code %ps %pf} (its
 * name), {@code %px} (the address), {@code %42ph} (that many bytes of code) and {@code %*pbl} (a
 * list of the bits set). A plain {@code %p} shows no address, as since 4.15.
 */
public final class Format {
  private static final String FLAGS = "-0+ #";
  private static final long MOST = 4096; // limit of width and precision
  private final Texts texts;
  private final Symbols symbols;

  public Format(Texts texts, Symbols symbols) {
    this.texts = texts;
    this.symbols = symbols;
  }

  /** A conversion that is being read. */
  private static final class Spec {
    String flags = "";
    int width = -1;
    int precision = -1;
    int longs;
    int next;

    boolean has(char flag) {
      return flags.indexOf(flag) >= 0;
    }

    /** Padding before a text of this length. */
    int before(int length) {
      return left() ? 0 : blanks(length);
    }

    /** Padding after it. */
    int behind(int length) {
      return left() ? blanks(length) : 0;
    }

    private boolean left() {
      return has('-') || width < -1;
    }

    private int blanks(int length) {
      return (width == -1 ? 0 : Math.abs(width)) - length;
    }
  }

  /** Formats with args[from .. to). A missing argument is 0. */
  String format(String pattern, long[] args, int from, int to) {
    StringBuilder out = new StringBuilder();
    int next = from;
    int i = 0;
    for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', i)) {
      out.append(pattern, i, at);
      Spec spec = new Spec();
      spec.next = next;
      i = convert(pattern, at + 1, args, to, spec, out) + 1;
      next = spec.next;
    }
    return out.append(pattern, Math.min(i, pattern.length()), pattern.length()).toString();
  }

  private int convert(
      String pattern, int start, long[] args, int to, Spec spec, StringBuilder out) {
    int i = flags(pattern, start, spec);
    i = width(pattern, i, args, to, spec);
    i = precision(pattern, i, args, to, spec);
    while (i < pattern.length() && "hlzL".indexOf(pattern.charAt(i)) >= 0) {
      spec.longs += pattern.charAt(i) == 'h' ? 0 : 1;
      i++;
    }
    if (i >= pattern.length()) {
      return i;
    }
    return conversion(pattern, i, args, to, spec, out);
  }

  private static int flags(String pattern, int start, Spec spec) {
    int i = start;
    while (i < pattern.length() && FLAGS.indexOf(pattern.charAt(i)) >= 0) {
      i++;
    }
    spec.flags = pattern.substring(start, i);
    return i;
  }

  private static int width(String pattern, int start, long[] args, int to, Spec spec) {
    if (start < pattern.length() && pattern.charAt(start) == '*') {
      spec.width = (int) Math.max(-MOST, Math.min(MOST, (int) take(args, to, spec)));
      return start + 1;
    }
    int end = digits(pattern, start);
    spec.width = number(pattern, start, end, -1);
    return end;
  }

  private static int precision(String pattern, int start, long[] args, int to, Spec spec) {
    if (start >= pattern.length() || pattern.charAt(start) != '.') {
      return start;
    }
    if (start + 1 < pattern.length() && pattern.charAt(start + 1) == '*') {
      spec.precision = (int) Math.min(MOST, (int) take(args, to, spec));
      return start + 2;
    }
    int end = digits(pattern, start + 1);
    spec.precision = number(pattern, start + 1, end, 0);
    return end;
  }

  private static int digits(String pattern, int start) {
    int end = start;
    while (end < pattern.length() && Character.isDigit(pattern.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int number(String pattern, int start, int end, int absent) {
    return end == start
        ? absent
        : (int) Math.min(MOST, Long.parseLong(pattern.substring(start, Math.min(end, start + 9))));
  }

  private static long take(long[] args, int to, Spec spec) {
    long value = spec.next < to ? args[spec.next] : 0;
    spec.next++;
    return value;
  }

  private int conversion(String pattern, int i, long[] args, int to, Spec spec, StringBuilder out) {
    char type = pattern.charAt(i);
    switch (type) {
      case 'd', 'i' -> signed(take(args, to, spec), spec, out);
      case 'u' -> unsigned(take(args, to, spec), 10, spec, out, "");
      case 'x' -> unsigned(take(args, to, spec), 16, spec, out, spec.has('#') ? "0x" : "");
      case 'X' -> unsignedUpper(take(args, to, spec), spec, out);
      case 'o' -> unsigned(take(args, to, spec), 8, spec, out, spec.has('#') ? "0" : "");
      case 'c' -> pad(String.valueOf((char) (take(args, to, spec) & 0xff)), spec, out);
      case 's' -> pad(cut(string(take(args, to, spec)), spec), spec, out);
      case 'p' -> {
        return pointer(pattern, i, take(args, to, spec), spec, out);
      }
      case '%' -> out.append('%');
      default -> out.append('%').append(type);
    }
    return i;
  }

  private String string(long pointer) {
    return pointer == 0 ? "(null)" : texts.isText(pointer) ? texts.text(pointer) : "(efault)";
  }

  private static String cut(String text, Spec spec) {
    return spec.precision >= 0 && spec.precision < text.length()
        ? text.substring(0, spec.precision)
        : text;
  }

  private static void signed(long value, Spec spec, StringBuilder out) {
    long number = spec.longs > 0 ? value : (int) value;
    String sign = number < 0 ? "-" : spec.has('+') ? "+" : spec.has(' ') ? " " : "";
    number(sign, Long.toUnsignedString(Math.abs(number)), spec, out);
  }

  private static void unsigned(long value, int radix, Spec spec, StringBuilder out, String prefix) {
    long number = spec.longs > 0 ? value : value & 0xffffffffL;
    number(prefix, Long.toUnsignedString(number, radix), spec, out);
  }

  private static void unsignedUpper(long value, Spec spec, StringBuilder out) {
    long number = spec.longs > 0 ? value : value & 0xffffffffL;
    number(
        spec.has('#') ? "0X" : "",
        Long.toUnsignedString(number, 16).toUpperCase(java.util.Locale.ROOT),
        spec,
        out);
  }

  private static void number(String sign, String digits, Spec spec, StringBuilder out) {
    boolean wide = spec.has('0') && !spec.has('-') && spec.precision < 0;
    int zeros = (wide ? spec.width - sign.length() : spec.precision) - digits.length();
    int length = sign.length() + Math.max(0, zeros) + digits.length();
    fill(' ', spec.before(length), out);
    out.append(sign);
    fill('0', zeros, out);
    out.append(digits);
    fill(' ', spec.behind(length), out);
  }

  private static void pad(String text, Spec spec, StringBuilder out) {
    fill(' ', spec.before(text.length()), out);
    out.append(text);
    fill(' ', spec.behind(text.length()), out);
  }

  private static void fill(char with, int times, StringBuilder out) {
    if (times > 0) {
      out.append(String.valueOf(with).repeat(times));
    }
  }

  private int pointer(String pattern, int i, long value, Spec spec, StringBuilder out) {
    char next = i + 1 < pattern.length() ? pattern.charAt(i + 1) : ' ';
    if ("SBF".indexOf(next) >= 0) {
      pad(symbols.place(value), spec, out);
      return i + 1;
    }
    if ("sf".indexOf(next) >= 0) {
      pad(symbols.name(value), spec, out);
      return i + 1;
    }
    if (pattern.startsWith("bl", i + 1)) {
      out.append(bitList(value, spec.width));
      return i + 2;
    }
    if (next == 'h') {
      boolean joined = pattern.startsWith("hN", i + 1);
      out.append(bytes(value, Math.max(1, spec.width), joined ? "" : " "));
      return joined ? i + 2 : i + 1;
    }
    boolean shown = next == 'x';
    long number = symbols.address(value);
    pad(hex(shown ? number : hashed(number)), spec, out);
    return shown ? i + 1 : i;
  }

  /** 32 bits that reveal nothing about the address; NULL stays NULL. */
  private static long hashed(long address) {
    return address == 0 ? 0 : Random.mix(address, 0x70) & 0xffffffffL;
  }

  private String bytes(long pointer, int count, String between) {
    StringBuilder bytes = new StringBuilder();
    for (int i = 0; i < Math.min(count, 64); i++) {
      int code = symbols.code(pointer + i);
      bytes.append(i > 0 ? between : "");
      bytes.append(Character.forDigit(code >> 4, 16)).append(Character.forDigit(code & 15, 16));
    }
    return bytes.toString();
  }

  private String hex(long value) {
    String digits = Long.toHexString(value);
    return "0".repeat(Math.max(0, symbols.digits() - digits.length())) + digits;
  }

  private static String bitList(long mask, int width) {
    StringBuilder list = new StringBuilder();
    int bits = width <= 0 ? 64 : Math.min(64, width);
    for (int bit = 0; bit < bits; bit++) {
      if ((mask >>> bit & 1) == 0) {
        continue;
      }
      int last = bit;
      while (last + 1 < bits && (mask >>> last + 1 & 1) != 0) {
        last++;
      }
      list.append(list.length() > 0 ? "," : "").append(bit).append(last > bit ? "-" + last : "");
      bit = last;
    }
    return list.toString();
  }
}
