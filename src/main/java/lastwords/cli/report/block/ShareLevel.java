package lastwords.cli.report.block;

import java.util.Locale;

/** How often something good happens. */
public enum ShareLevel implements HeatLevel {
  UNTRIED("?", "not known"),
  ALWAYS("+", "99 % and more"),
  MOSTLY("m", "50 % and more"),
  SELDOM("s", "1 % and more"),
  NEVER("-", "less than 1 %");

  private static final double ALL = 0.99;
  private static final double HALF = 0.5;
  private static final double SOME = 0.01;

  private final String letter;
  private final String meaning;

  ShareLevel(String letter, String meaning) {
    this.letter = letter;
    this.meaning = meaning;
  }

  /** Of a share, 0 to 1. */
  public static ShareLevel of(double share) {
    return share >= ALL ? ALWAYS : share >= HALF ? MOSTLY : share >= SOME ? SELDOM : NEVER;
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
}
