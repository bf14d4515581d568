package lastwords.kernelc.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Cache of what has been computed from a kernel: each machine, search and replay starts with the
 * same analyses. Thread-safe.
 */
public final class Analyses {
  private final Map<String, Object> known = new LinkedHashMap<>();

  Analyses() {}

  /** The analysis of this type, which must be immutable. */
  public <T> T get(Class<T> type, Supplier<T> made) {
    return get(type, 0, made);
  }

  /** As above, for an analysis that also depends on a number. */
  public synchronized <T> T get(Class<T> type, int number, Supplier<T> made) {
    String key = type.getName() + " " + number;
    if (!known.containsKey(key)) {
      known.put(key, made.get());
    }
    return type.cast(known.get(key));
  }
}
