package lastwords.trace.tracepoint;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Addresses for functions and locks, which have none in an emulated kernel: each name gets the next
 * address when it first appears.
 */
public final class KernelSymbols {
  private static final long TEXT = 0xffffffff81000000L;
  private static final long DATA = 0xffffffff82000000L;
  private static final int FUNCTION_BYTES = 4096;
  private static final int LOCK_BYTES = 64;

  private final Map<String, Long> functions = new LinkedHashMap<>();
  private final Map<String, Long> locks = new LinkedHashMap<>();

  /** Address of a function; 0 for no function. */
  long function(String name) {
    return name.isEmpty()
        ? 0
        : functions.computeIfAbsent(name, it -> TEXT + (long) functions.size() * FUNCTION_BYTES);
  }

  long lock(String name) {
    return locks.computeIfAbsent(name, it -> DATA + (long) locks.size() * LOCK_BYTES);
  }

  /** As in {@code /proc/kallsyms}. */
  public String kallsyms() {
    StringBuilder lines = new StringBuilder();
    functions.forEach(
        (name, at) -> lines.append(String.format(Locale.ROOT, "%016x T %s%n", at, name)));
    locks.forEach(
        (name, at) -> lines.append(String.format(Locale.ROOT, "%016x d %s%n", at, word(name))));
    return lines.toString().replace("\r", "");
  }

  /** A symbol has no spaces. */
  private static String word(String name) {
    return name.replaceAll("\\s+", "_");
  }
}
