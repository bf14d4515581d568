package lastwords.engine.matrix;

import java.util.List;
import java.util.Locale;

/**
 * One of the dimensions of a matrix.
 *
 * @param name of a setting as the user wrote it; otherwise {@code machine}, {@code kernel}, {@code
 *     situation}
 * @param values at least one
 */
public record Axis(Kind kind, String name, List<String> values) {
  /** What an axis varies. */
  public enum Kind {
    SETTING,
    MACHINE,
    KERNEL,
    SITUATION;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Axis {
    values = List.copyOf(values);
  }

  public boolean setting() {
    return kind == Kind.SETTING;
  }

  public int size() {
    return values.size();
  }

  /** A value in the user's notation: {@code panic=10}; for other axes only the value. */
  public String text(int value) {
    return setting() ? name + "=" + values.get(value) : values.get(value);
  }
}
