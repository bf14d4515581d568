package lastwords.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Where two trace files part: the first difference, with what came before it and what comes after.
 */
public final class TraceDiff {
  /** Steps shown on each side of the difference. */
  private static final int CONTEXT = 4;

  private TraceDiff() {}

  /**
   * The first difference.
   *
   * @param line counts from 1
   * @param before what both have before it
   * @param left the first file from there on, empty when it has ended
   * @param right the same for the second file
   */
  public record Difference(long line, List<String> before, List<String> left, List<String> right) {
    public Difference {
      before = List.copyOf(before);
      left = List.copyOf(left);
      right = List.copyOf(right);
    }
  }

  /**
   * Compares two files that a run has written.
   *
   * @throws TraceFileException when one is no trace, or they are in different formats
   */
  public static Optional<Difference> compare(Path left, Path right) throws IOException {
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
      return compare(a, b);
    }
  }

  private static Optional<Difference> compare(TraceFile a, TraceFile b) throws IOException {
    Deque<String> before = new ArrayDeque<>();
    for (long line = 1; ; line++) {
      Optional<String> left = a.next();
      Optional<String> right = b.next();
      if (!left.equals(right)) {
        return Optional.of(
            new Difference(line, readable(a, before), rest(a, left), rest(b, right)));
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
