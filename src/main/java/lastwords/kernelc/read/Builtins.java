package lastwords.kernelc.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.tree.AtomicKind;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.PointerType;

/** What can be called without a definition. */
public final class Builtins {
  /** Names that look like functions and are implemented by the compiler. */
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

  private static final Set<String> PER_CPU =
      new TreeSet<>(
          List.of(
              "this_cpu_read",
              "this_cpu_write",
              "this_cpu_inc",
              "this_cpu_dec",
              "this_cpu_add",
              "this_cpu_sub",
              "this_cpu_or",
              "this_cpu_and",
              "this_cpu_inc_return",
              "this_cpu_dec_return",
              "this_cpu_add_return",
              "this_cpu_xchg",
              "this_cpu_cmpxchg",
              "this_cpu_ptr",
              "raw_cpu_ptr",
              "per_cpu_ptr",
              "per_cpu"));

  private final Map<String, FunctionType> functions = new LinkedHashMap<>();

  /** Adds a function with its type; const in its result may be dropped, as in C's own library. */
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

  /** Does it access one CPU's variables? */
  static boolean isPerCpu(String name) {
    return PER_CPU.contains(perCpuName(name));
  }

  /** The name without variants that make no difference here. */
  static String perCpuName(String name) {
    return name.startsWith("__this_cpu_")
        ? name.substring(2)
        : name.replaceFirst("^raw_cpu_(?!ptr)", "this_cpu_");
  }

  public boolean isFunction(String name) {
    return functions.containsKey(name)
        || atomic(name).isPresent()
        || SPECIAL.contains(name)
        || isPerCpu(name);
  }

  Set<String> names() {
    Set<String> names = new TreeSet<>(functions.keySet());
    names.addAll(List.of("xchg", "cmpxchg", "xadd", "fetch_or", "fetch_and"));
    names.addAll(SPECIAL);
    names.addAll(PER_CPU);
    return names;
  }

  /** The C declarations with ordinary types: those of the atomic operations have none. */
  public static List<String> ordinary(List<String> signatures) {
    return signatures.stream().filter(signature -> !signature.startsWith("T ")).toList();
  }
}
