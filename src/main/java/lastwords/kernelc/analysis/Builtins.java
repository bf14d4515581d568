package lastwords.kernelc.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.tree.Expr.AtomicKind;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.PointerType;

/** What can be called without a definition. */
final class Builtins {
  private static final Map<String, AtomicKind> ATOMICS =
      Map.of("xchg", AtomicKind.XCHG, "cmpxchg", AtomicKind.CMPXCHG, "xadd", AtomicKind.ADD,
          "fetch_or", AtomicKind.OR, "fetch_and", AtomicKind.AND);

  /** Those that look like functions and that the compiler itself answers. */
  static final Set<String> SPECIAL =
      Set.of("READ_ONCE", "WRITE_ONCE", "IS_ENABLED", "ARRAY_SIZE", "BUILD_BUG_ON", "va_start", "va_end", "va_copy");

  private static final Set<String> ENDLESS = Set.of("hw_reset", "hw_power_off", "hw_jump_crash_kernel");

  private final Map<String, FunctionType> functions = new LinkedHashMap<>();

  /** Adds a function with its type; what is const in its result may be forgotten, as in C's own library. */
  void add(String name, FunctionType type) {
    FunctionType forgetful =
        type.result().pointer()
            .map(result -> new FunctionType(PointerType.to(result.target()), type.parameters(), type.variadic()))
            .orElse(type);
    functions.put(name, forgetful);
  }

  Optional<FunctionType> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  static Optional<AtomicKind> atomic(String name) {
    return Optional.ofNullable(ATOMICS.get(name));
  }

  boolean isFunction(String name) {
    return functions.containsKey(name) || ATOMICS.containsKey(name) || SPECIAL.contains(name)
        || PerCpuCalls.isOne(name);
  }

  /** Does it never come back? */
  static boolean isEndless(String name) {
    return ENDLESS.contains(name);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(functions.keySet());
    names.addAll(ATOMICS.keySet());
    names.addAll(SPECIAL);
    names.addAll(PerCpuCalls.NAMES);
    return names;
  }

  /** The C declarations that have an ordinary type: those of the atomic operations do not. */
  static List<String> ordinary(List<String> signatures) {
    return signatures.stream().filter(signature -> !signature.startsWith("T ")).toList();
  }
}
