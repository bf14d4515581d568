package lastwords.kernelc.read;

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
public final class Builtins {
  /** Those that look like functions and that the compiler itself answers. */
  static final Set<String> SPECIAL =
      new TreeSet<>(
          List.of(
              "READ_ONCE",
              "WRITE_ONCE",
              "IS_ENABLED",
              "ARRAY_SIZE",
              "BUILD_BUG_ON",
              "va_start",
              "va_end",
              "va_copy"));

  private final Map<String, FunctionType> functions = new LinkedHashMap<>();

  /**
   * Adds a function with its type; what is const in its result may be forgotten, as in C's own
   * library.
   */
  public void add(String name, FunctionType type) {
    FunctionType forgetful =
        type.result()
            .pointer()
            .map(
                result ->
                    new FunctionType(
                        PointerType.to(result.target()), type.parameters(), type.variadic()))
            .orElse(type);
    functions.put(name, forgetful);
  }

  Optional<FunctionType> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  static Optional<AtomicKind> atomic(String name) {
    return switch (name) {
      case "xchg" -> Optional.of(AtomicKind.XCHG);
      case "cmpxchg" -> Optional.of(AtomicKind.CMPXCHG);
      case "xadd" -> Optional.of(AtomicKind.ADD);
      case "fetch_or" -> Optional.of(AtomicKind.OR);
      case "fetch_and" -> Optional.of(AtomicKind.AND);
      default -> Optional.empty();
    };
  }

  public boolean isFunction(String name) {
    return functions.containsKey(name)
        || atomic(name).isPresent()
        || SPECIAL.contains(name)
        || PerCpuCalls.isOne(name);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(functions.keySet());
    names.addAll(List.of("xchg", "cmpxchg", "xadd", "fetch_or", "fetch_and"));
    names.addAll(SPECIAL);
    names.addAll(PerCpuCalls.NAMES);
    return names;
  }

  /** The C declarations that have an ordinary type: those of the atomic operations do not. */
  public static List<String> ordinary(List<String> signatures) {
    return signatures.stream().filter(signature -> !signature.startsWith("T ")).toList();
  }
}
