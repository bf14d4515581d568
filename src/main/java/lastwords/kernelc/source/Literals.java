package lastwords.kernelc.source;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads constants in a source: integers, characters, strings. */
public final class Literals {
  private static final Pattern INTEGER =
      Pattern.compile(
          "(0[xX](?<hex>[0-9a-fA-F]+)|0[bB](?<bin>[01]+)|(?<dec>[0-9]+))(?<suffix>[uUlL]*)");
  private static final List<String> SUFFIXES =
      List.of("", "u", "l", "ll", "ul", "ull", "lu", "llu");
  private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(64);

  private Literals() {}

  /**
   * An integer constant.
   *
   * @param decimal is it decimal, so that its size does not make it unsigned?
   * @param unsignedSuffix does it have a {@code u}?
   * @param longSuffix does it have an {@code l}?
   */
  public record Number(long value, boolean decimal, boolean unsignedSuffix, boolean longSuffix) {}

  public static Number integer(String text, Spot spot) {
    Matcher matcher = INTEGER.matcher(text);
    if (!matcher.matches() || !suffixIsRight(matcher.group("suffix"))) {
      throw new SourceError(spot, malformed(text));
    }
    String suffix = matcher.group("suffix").toLowerCase(Locale.ROOT);
    BigInteger value = value(matcher, spot);
    if (value.compareTo(LIMIT) >= 0) {
      throw new SourceError(
          spot, "expected a number of at most 64 bits, not " + Wording.quoted(text));
    }
    boolean decimal = matcher.group("dec") != null && !text.startsWith("0");
    return new Number(value.longValue(), decimal, suffix.contains("u"), suffix.contains("l"));
  }

  private static String malformed(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    boolean real = text.contains(".") || (!hex && text.toLowerCase(Locale.ROOT).contains("e"));
    return real
        ? "expected an integer, not " + Wording.quoted(text) + "; kernel C has no floating point"
        : "expected a number, not " + Wording.quoted(text);
  }

  private static boolean suffixIsRight(String suffix) {
    return SUFFIXES.contains(suffix.toLowerCase(Locale.ROOT));
  }

  private static BigInteger value(Matcher matcher, Spot spot) {
    if (matcher.group("hex") != null) {
      return new BigInteger(matcher.group("hex"), 16);
    }
    if (matcher.group("bin") != null) {
      return new BigInteger(matcher.group("bin"), 2);
    }
    String digits = matcher.group("dec");
    if (digits.startsWith("0") && (digits.contains("8") || digits.contains("9"))) {
      throw new SourceError(
          spot, "expected digits from 0 to 7 in the octal number " + Wording.quoted(digits));
    }
    return new BigInteger(digits, digits.startsWith("0") ? 8 : 10);
  }

  /** The value of {@code 'x'}. */
  public static int character(String literal, Spot spot) {
    String text = unescaped(literal.substring(1, literal.length() - 1), spot);
    if (text.length() != 1) {
      throw new SourceError(
          spot, "expected one character between the quotes of " + Wording.quoted(literal));
    }
    return (byte) text.charAt(0);
  }

  /** The text of a string as written, with its quotes. */
  public static String string(String literal, Spot spot) {
    return unescaped(literal.substring(1, literal.length() - 1), spot);
  }

  private static String unescaped(String text, Spot spot) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); ) {
      if (text.charAt(i) != '\\') {
        out.append(text.charAt(i++));
      } else {
        i = escape(text, i + 1, out, spot);
      }
    }
    return out.toString();
  }

  /** Appends the escape whose letter is at i; returns the index after it. */
  private static int escape(String text, int i, StringBuilder out, Spot spot) {
    char letter = text.charAt(i);
    int simple = "abtnvfre\\'\"?".indexOf(letter);
    if (simple >= 0) {
      out.append("\007\b\t\n\013\f\r\033\\'\"?".charAt(simple));
      return i + 1;
    }
    if (letter == 'x') {
      return digits(text, i + 1, 16, 2, out, spot);
    }
    if (letter >= '0' && letter <= '7') {
      return digits(text, i, 8, 3, out, spot);
    }
    throw new SourceError(spot, "unknown escape " + Wording.quoted("\\" + letter));
  }

  private static int digits(
      String text, int start, int base, int most, StringBuilder out, Spot spot) {
    int end = start;
    while (end < text.length()
        && end < start + most
        && Character.digit(text.charAt(end), base) >= 0) {
      end++;
    }
    if (end == start) {
      throw new SourceError(spot, "expected hexadecimal digits after '\\x'");
    }
    out.append((char) (Integer.parseInt(text.substring(start, end), base) & 0xff));
    return end;
  }
}
