package lastwords.fuzz;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Corrupts a text in one to four ways. The same seed corrupts it in the same ways. Each char
 * represents a byte.
 */
final class Spoiler {
  private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"\\n]*\"|[^\\s\\w]");
  private static final Pattern NUMBER = Pattern.compile("\\b(0x)?[0-9a-f]+\\b");
  private static final int MOST_CHARS = 200_000;
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "2147483647",
          "2147483648",
          "4294967296",
          "9223372036854775807",
          "18446744073709551616",
          "99999999999999999999999999999999",
          "1e999",
          "-1e18",
          "0x",
          "0xffffffffffffffff",
          "08",
          "1.5",
          "64",
          "65");
  private static final List<String> OPENERS =
      List.of("(", "[", "{", "((", "{[", "-", "!", "*", "&", "a ? b : ", "if (1) ", "x = ");
  private static final List<String> STRANGE =
      List.of(
          "\0",
          "\u00c3\u00a4",
          "\u00e2\u0098\u0083",
          "\u00f0\u009f\u0092\u00a5",
          "\u00ff\u00fe",
          "\u00ef\u00bb\u00bf",
          "\r",
          "\u000b",
          "\u001b[31m");

  /** One way to corrupt a text. */
  private interface RunSpec {
    String spoil(String text, Random random);
  }

  private final List<String> phrases;
  private final List<RunSpec> ways =
      List.of(
          Spoiler::anotherByte,
          Spoiler::withoutSpan,
          Spoiler::spanTwice,
          Spoiler::cutOff,
          Spoiler::withoutLine,
          Spoiler::lineRepeated,
          Spoiler::linesSwapped,
          Spoiler::tokensSwapped,
          Spoiler::withoutBracket,
          Spoiler::anotherNumber,
          Spoiler::nested,
          Spoiler::strange,
          Spoiler::longLine,
          Spoiler::tokenRepeated,
          this::phraseAsToken,
          this::phraseAsToken,
          this::phraseAsLine,
          this::phraseAsLine);

  /**
   * @param phrases words and lines of the language to insert
   */
  Spoiler(List<String> phrases) {
    this.phrases = List.copyOf(phrases);
  }

  String spoil(String text, long seed) {
    Random random = new Random(seed);
    String spoilt = text;
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      String next = ways.get(random.nextInt(ways.size())).spoil(spoilt, random);
      spoilt = next.length() > MOST_CHARS ? spoilt : next;
    }
    return spoilt;
  }

  private static int place(String text, Random random) {
    return random.nextInt(text.length() + 1);
  }

  private static String replaced(String text, int from, int to, String by) {
    return text.substring(0, from) + by + text.substring(to);
  }

  private static <T> T pick(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static String anotherByte(String text, Random random) {
    int at = place(text, random);
    return replaced(
        text, at, Math.min(text.length(), at + random.nextInt(2)), "" + (char) random.nextInt(256));
  }

  private static String withoutSpan(String text, Random random) {
    int at = place(text, random);
    return replaced(text, at, Math.min(text.length(), at + random.nextInt(40)), "");
  }

  private static String spanTwice(String text, Random random) {
    int from = place(text, random);
    int to = Math.min(text.length(), from + random.nextInt(200));
    return replaced(text, place(text, random), text.length(), text.substring(from, to));
  }

  private static String cutOff(String text, Random random) {
    return text.substring(0, place(text, random));
  }

  // ---- lines ----

  private static int[] line(String text, Random random) {
    int at = place(text, random);
    int from = text.lastIndexOf('\n', at - 1) + 1;
    int end = text.indexOf('\n', at);
    return new int[] {from, end < 0 ? text.length() : end + 1};
  }

  private static String withoutLine(String text, Random random) {
    int[] line = line(text, random);
    return replaced(text, line[0], line[1], "");
  }

  private static String lineRepeated(String text, Random random) {
    int[] line = line(text, random);
    int times = random.nextInt(20) == 0 ? 2_000 : 1 + random.nextInt(3);
    return replaced(text, line[0], line[0], repeated(text.substring(line[0], line[1]), times));
  }

  private static String linesSwapped(String text, Random random) {
    int[] one = line(text, random);
    String moved = text.substring(one[0], one[1]);
    String rest = replaced(text, one[0], one[1], "");
    int[] other = line(rest, random);
    return replaced(rest, other[0], other[0], moved);
  }

  // ---- tokens ----

  private static MatchResult match(Pattern pattern, String text, Random random) {
    List<MatchResult> all = pattern.matcher(text).results().toList();
    return all.isEmpty()
        ? Pattern.compile("$").matcher(text).results().findFirst().orElseThrow()
        : pick(all, random);
  }

  private static String tokensSwapped(String text, Random random) {
    MatchResult one = match(TOKEN, text, random);
    MatchResult other = match(TOKEN, text, random);
    MatchResult first = one.start() < other.start() ? one : other;
    MatchResult last = first == one ? other : one;
    if (first.end() > last.start()) {
      return text;
    }
    return replaced(
        replaced(text, last.start(), last.end(), first.group()),
        first.start(),
        first.end(),
        last.group());
  }

  private static String tokenRepeated(String text, Random random) {
    MatchResult token = match(TOKEN, text, random);
    int times = random.nextInt(8) > 0 ? 3 : 5_000;
    return replaced(text, token.end(), token.end(), repeated(" " + token.group(), times));
  }

  private static String repeated(String text, int times) {
    return text.repeat(Math.min(times, 1 + MOST_CHARS / Math.max(1, text.length())));
  }

  private static String withoutBracket(String text, Random random) {
    MatchResult bracket = match(Pattern.compile("[(){}\\[\\]\"'#]"), text, random);
    return replaced(text, bracket.start(), bracket.end(), "");
  }

  private static String anotherNumber(String text, Random random) {
    MatchResult number = match(NUMBER, text, random);
    return replaced(text, number.start(), number.end(), pick(NUMBERS, random));
  }

  private static String nested(String text, Random random) {
    int at = match(TOKEN, text, random).start();
    return replaced(
        text,
        at,
        at,
        pick(OPENERS, random).repeat(random.nextInt(8) > 0 ? 1 + random.nextInt(30) : 10_000));
  }

  private static String strange(String text, Random random) {
    int at = place(text, random);
    return replaced(text, at, at, pick(STRANGE, random));
  }

  private static String longLine(String text, Random random) {
    int at = match(TOKEN, text, random).start();
    return replaced(
        text,
        at,
        at,
        pick(List.of("a", "1", " ", "\\", "a ", "x+", "\"s\" "), random)
            .repeat(random.nextInt(8) > 0 ? 500 : 20_000));
  }

  private String phraseAsToken(String text, Random random) {
    MatchResult token = match(TOKEN, text, random);
    return replaced(text, token.start(), token.end(), pick(phrases, random));
  }

  private String phraseAsLine(String text, Random random) {
    int[] line = line(text, random);
    return replaced(
        text, line[0], random.nextBoolean() ? line[0] : line[1], pick(phrases, random) + "\n");
  }
}
