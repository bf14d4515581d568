package lastwords.kernelc.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The problems found so far, at most one per place. */
public final class Problems {
  /** Problems beyond this many are not reported. */
  public static final int MOST = 200;

  private final List<Problem> found = new ArrayList<>();
  private final Set<Spot> spots = new TreeSet<>();

  public void add(Spot spot, String message) {
    if (found.size() < MOST && spots.add(spot)) {
      found.add(new Problem(spot, message));
    }
  }

  /** Does the work; records the problem if its source is wrong. */
  public void guard(Runnable work) {
    guard(
        () -> {
          work.run();
          return true;
        },
        false);
  }

  /**
   * As {@link #guard(Runnable)}, for a definition; also reports nesting so deep that the stack
   * overflows. Once {@link #MOST} problems are known, further definitions are skipped.
   */
  public void guardDefinition(Spot spot, Runnable work) {
    if (found.size() >= MOST) {
      return;
    }
    try {
      guard(work);
    } catch (StackOverflowError tooDeep) {
      // Brackets are counted, but a thousand operators in a row nest as well, and have no better
      // bound.
      add(spot, "this definition is nested too deeply");
    }
  }

  /**
   * The result of the work, or {@code otherwise} if its source is wrong, with the problem recorded.
   */
  public <T> T guard(Supplier<T> work, T otherwise) {
    try {
      return work.get();
    } catch (SourceError error) {
      if (error.isSaid()) {
        add(error.problem().spot(), error.getMessage());
      }
      return otherwise;
    }
  }

  public boolean none() {
    return found.isEmpty();
  }

  /** Sorted by file, line and column. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::spot)).toList();
  }
}
