package lastwords.engine.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;

/**
 * Schedules as text: words such as {@code deliver:1:2}, and {@code step:0*14} for fourteen of the
 * same.
 */
public final class Schedule {
  /** No schedule is longer; a text that claims to be is not read into memory. */
  public static final int MOST = 10_000_000;

  private static final int LINE = 96;
  private static final Pattern WORD =
      Pattern.compile("([a-z]+):(\\d{1,2})(?::(\\d{1,5}))?(?:\\*(\\d{1,8}))?");

  private Schedule() {}

  /** Words, in lines. */
  public static List<String> lines(List<Action> schedule) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(schedule)) {
      if (line.length() + 1 + word.length() > LINE) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    if (line.length() > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Words, each for a choice and its repetitions. */
  public static List<String> words(List<Action> schedule) {
    List<String> words = new ArrayList<>();
    for (int from = 0; from < schedule.size(); ) {
      int to = from + 1;
      while (to < schedule.size() && schedule.get(to).equals(schedule.get(from))) {
        to++;
      }
      words.add(schedule.get(from).text() + (to - from > 1 ? "*" + (to - from) : ""));
      from = to;
    }
    return words;
  }

  /**
   * Parses a schedule.
   *
   * @throws IllegalArgumentException with a message for the user if the text is not one
   */
  public static List<Action> parse(String text) {
    List<Action> schedule = new ArrayList<>();
    for (String word : text.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        add(word, schedule);
      }
    }
    return schedule;
  }

  private static void add(String text, List<Action> schedule) {
    Matcher word = WORD.matcher(text);
    if (!word.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not a choice; expected one such as step:0, step:0*14 or deliver:1:2");
    }
    Action choice = new Action(kind(word.group(1)), number(word.group(2)), number(word.group(3)));
    long times = word.group(4) == null ? 1 : Long.parseLong(word.group(4));
    if (schedule.size() + times > MOST) {
      throw new IllegalArgumentException("the schedule has more than " + MOST + " choices");
    }
    for (long i = 0; i < times; i++) {
      schedule.add(choice);
    }
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Kind kind(String word) {
    return Stream.of(Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("unknown kind of choice '" + word + "'"));
  }
}
