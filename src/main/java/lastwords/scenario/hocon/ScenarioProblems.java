package lastwords.scenario.hocon;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The problems found so far: all of a file are reported together. */
public final class ScenarioProblems {
  /** Problems beyond this many are only counted. */
  static final int MOST_LINES = 100;

  private final Set<String> lines = new LinkedHashSet<>();

  public void add(String where, String what) {
    lines.add(where.isEmpty() ? what : where + ": " + what);
  }

  public void add(List<String> more) {
    lines.addAll(more);
  }

  /** Adds the problems of a part that failed as a whole; the fallback replaces the part. */
  public <T> T or(T fallback, Supplier<T> part) {
    try {
      return part.get();
    } catch (ScenarioException e) {
      add(e.lines());
      return fallback;
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Stops reading here if there are any problems. */
  public void throwIfAny() {
    if (!lines.isEmpty()) {
      throw new ScenarioException(shown());
    }
  }

  private List<String> shown() {
    List<String> shown = lines.stream().limit(MOST_LINES).collect(Collectors.toList());
    if (lines.size() > MOST_LINES) {
      shown.add("and " + (lines.size() - MOST_LINES) + " more");
    }
    return shown;
  }

  public static ScenarioException one(String where, String what) {
    return new ScenarioException(List.of(where.isEmpty() ? what : where + ": " + what));
  }
}
