package lastwords.kernelc.source;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What has been found wrong so far; one problem a place. */
public final class Problems {
  /** More than this many nobody reads. */
  public static final int MOST = 200;

  private final List<Problem> found = new ArrayList<>();
  private final Set<Spot> spots = new TreeSet<>();

  public void add(Spot spot, String message) {
    if (found.size() < MOST && spots.add(spot)) {
      found.add(new Problem(spot, message));
    }
  }

  /** Does the work; when its source is wrong, notes the problem. */
  public void guard(Runnable work) {
    guard(
        () -> {
          work.run();
          return true;
        },
        false);
  }

  /**
   * As {@link #guard(Runnable)}, for a definition: nothing in it may be nested so deeply that the
   * stack ends. When there are as many problems as are told, further definitions are not looked at.
   */
  public void guardDefinition(Spot spot, Runnable work) {
    if (found.size() >= MOST) {
      return;
    }
    try {
      guard(work);
    } catch (StackOverflowError tooDeep) {
      // Brackets are counted, but a thousand operators in a row nest, too, and have no better
      // bound.
      add(spot, "this definition is nested too deeply");
    }
  }

  /**
   * The result of the work, or {@code otherwise} when its source is wrong, with the problem noted.
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

  /** In order of file, line and column. */
  public List<Problem> sorted() {
    return found.stream().sorted(Comparator.comparing(Problem::spot)).toList();
  }
}
