package lastwords.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where two traces diverge: the first difference with its context, and the decision that caused it.
 */
public final class TraceDiff {
  /** Steps shown on each side of the difference. */
  private static final int CONTEXT = 4;

  private static final int MOST_BLAMED = 500_000; // steps searched for the decision

  private TraceDiff() {}

  /**
   * The first difference.
   *
   * @param line counts from 1
   * @param before lines that both have before it
   * @param left the first file from there on, empty if it has ended
   * @param right likewise for the second file
   * @param blame the decision that caused it, in lines; empty if the format does not show it
   */
  public record Difference(
      long line, List<String> before, List<String> left, List<String> right, List<String> blame) {
    public Difference {
      before = List.copyOf(before);
      left = List.copyOf(left);
      right = List.copyOf(right);
      blame = List.copyOf(blame);
    }
  }

  /**
   * Compares two trace files.
   *
   * @param times do times count?
   * @throws TraceFileException if one is not a trace, or they are in different formats
   */
  public static Optional<Difference> compare(Path left, Path right, boolean times)
      throws IOException {
    try (TraceFile a = TraceFile.open(left);
        TraceFile b = TraceFile.open(right)) {
      if (a.format() != b.format()) {
        throw new TraceFileException(
            left
                + " is in the format "
                + a.format()
                + ", "
                + right
                + " in the format "
                + b.format());
      }
      Optional<Difference> difference = compare(a, b, times);
      return difference.isPresent() && a.format() == TraceFormat.JSONL
          ? Optional.of(blamed(difference.get(), left, right))
          : difference;
    }
  }

  /** Compares two traces in memory, in JSON lines. */
  public static Optional<Difference> compare(String left, String right, boolean times)
      throws IOException {
    try (TraceFile a = TraceFile.of("the first", left);
        TraceFile b = TraceFile.of("the second", right)) {
      Optional<Difference> difference = compare(a, b, times);
      List<String> blame = Blame.of(steps(left.lines().toList()), steps(right.lines().toList()));
      return difference.map(it -> with(it, blame));
    }
  }

  private static Difference blamed(Difference difference, Path left, Path right)
      throws IOException {
    return with(difference, Blame.of(steps(left), steps(right)));
  }

  private static Difference with(Difference it, List<String> blame) {
    return new Difference(it.line(), it.before(), it.left(), it.right(), blame);
  }

  private static List<TraceStep> steps(Path path) throws IOException {
    List<TraceStep> steps = new ArrayList<>();
    try (TraceFile file = TraceFile.open(path)) {
      Optional<String> line = file.next();
      while (line.isPresent() && steps.size() < MOST_BLAMED) {
        TraceStep.of(line.get()).ifPresent(steps::add);
        line = file.next();
      }
    }
    return steps;
  }

  private static List<TraceStep> steps(List<String> lines) {
    return lines.stream().limit(MOST_BLAMED).flatMap(it -> TraceStep.of(it).stream()).toList();
  }

  private static Optional<Difference> compare(TraceFile a, TraceFile b, boolean times)
      throws IOException {
    Deque<String> before = new ArrayDeque<>();
    for (long line = 1; ; line++) {
      Optional<String> left = a.next();
      Optional<String> right = b.next();
      if (!same(a.format(), left, right, times)) {
        return Optional.of(
            new Difference(line, readable(a, before), rest(a, left), rest(b, right), List.of()));
      }
      if (left.isEmpty()) {
        return Optional.empty();
      }
      before.addLast(left.get());
      if (before.size() > CONTEXT) {
        before.removeFirst();
      }
    }
  }

  private static boolean same(
      TraceFormat format, Optional<String> left, Optional<String> right, boolean times) {
    return left.equals(right)
        || !times
            && left.isPresent()
            && left.map(format::timeless).equals(right.map(format::timeless));
  }

  private static List<String> readable(TraceFile file, Deque<String> lines) {
    return lines.stream().map(file::readable).toList();
  }

  private static List<String> rest(TraceFile file, Optional<String> first) throws IOException {
    List<String> lines = new ArrayList<>();
    Optional<String> line = first;
    while (line.isPresent() && lines.size() < CONTEXT) {
      lines.add(file.readable(line.get()));
      line = file.next();
    }
    return lines;
  }
}
