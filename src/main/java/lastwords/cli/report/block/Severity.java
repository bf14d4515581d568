package lastwords.cli.report.block;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How bad an outcome is for somebody who wants to know why a machine died; the worst last. */
public enum Severity implements HeatLevel {
  UNKNOWN("?", "undecided"),
  COMPLETE("c", "the machine ends, and at least one sink has every message"),
  LOSSY("l", "the machine ends, but no sink has every message"),
  HANG("H", "the machine hangs, but some messages got out"),
  SILENT("S", "no message got out");

  private static final Pattern SUMMARY =
      Pattern.compile("(\\S+?),? .*?console (\\S+), pstore (\\S+), kdump ([^\\s,]+).*");
  private static final Set<String> UNDECIDED = Set.of("undecided", "interrupted");
  private static final Set<String> NO_ENDS = Set.of("hang", "livelock", "dead");

  private final String letter;
  private final String meaning;

  Severity(String letter, String meaning) {
    this.letter = letter;
    this.meaning = meaning;
  }

  /** From an outcome's summary: {@code hang at cpu0:a in f, console none, pstore written, ...}. */
  public static Severity of(String summary) {
    Matcher words = SUMMARY.matcher(summary);
    return words.matches()
        ? of(words.group(1), words.group(2), words.group(3), words.group(4))
        : UNKNOWN;
  }

  /** From an outcome's words. */
  public static Severity of(String end, String console, String pstore, String kdump) {
    if (UNDECIDED.contains(end)) {
      return UNKNOWN;
    }
    boolean all = console.equals("all") || pstore.equals("written") || kdump.equals("ok");
    boolean some =
        all
            || Set.of("partial", "lost-tail", "garbled").contains(console)
            || pstore.equals("truncated")
            || kdump.equals("no-regs");
    return !some ? SILENT : NO_ENDS.contains(end) ? HANG : all ? COMPLETE : LOSSY;
  }

  public static Severity worse(Severity one, Severity other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  @Override
  public String letter() {
    return letter;
  }

  @Override
  public String meaning() {
    return meaning;
  }

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Tone tone() {
    return switch (this) {
      case UNKNOWN -> Tone.UNSURE;
      case COMPLETE -> Tone.GOOD;
      case LOSSY -> Tone.PLAIN;
      case HANG, SILENT -> Tone.BAD;
    };
  }
}
