package lastwords.kernelc.image;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What has been worked out from a kernel, kept for the next one who needs it: each machine, search
 * and replay begins with the same analyses. Threads may share it.
 */
public final class Analyses {
  private record Key(Class<?> type, int number) {}

  private final Map<Key, Object> known = new LinkedHashMap<>();

  Analyses() {}

  /** The analysis of that type, which has to be immutable. */
  public <T> T get(Class<T> type, Supplier<T> made) {
    return get(type, 0, made);
  }

  /** The same for one that also depends on a number. */
  public synchronized <T> T get(Class<T> type, int number, Supplier<T> made) {
    Key key = new Key(type, number);
    if (!known.containsKey(key)) {
      known.put(key, made.get());
    }
    return type.cast(known.get(key));
  }
}
