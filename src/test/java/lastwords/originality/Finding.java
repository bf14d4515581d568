package lastwords.originality;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A function and the guard's judgement of it. */
record Finding(Path file, CFunction function, Overlap overlap) {
  static List<Finding> in(CText text, Fingerprints fingerprints) {
    return CFunction.of(text.text()).stream()
        .map(f -> new Finding(text.file(), f, Overlap.of(f, fingerprints)))
        .toList();
  }

  /** Its name in lists: its file and its name. */
  String key() {
    return file.toString().replace('\\', '/') + " " + function.name();
  }

  Nearness nearness() {
    return overlap.nearness();
  }

  /** file:line function tokens share longest-run verdict lines-of-the-longest-run. */
  @Override
  public String toString() {
    return "%s:%d %s %d %d%% %d %s %s"
        .formatted(
            file,
            function.line(),
            function.name(),
            overlap.tokens(),
            overlap.share(),
            overlap.run(),
            nearness().name().toLowerCase(Locale.ROOT),
            lines());
  }

  private String lines() {
    if (overlap.run() == 0) {
      return "0-0";
    }
    List<NormalToken> tokens = NormalToken.of(function.body());
    int last = overlap.runFrom() + overlap.run() - 1;
    return tokens.get(overlap.runFrom()).line() + "-" + tokens.get(last).line();
  }
}
