package lastwords.kernelc.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Function;

/** The numbers of a kernel's functions. */
public final class Functions {
  private final Map<Function, Integer> numbers = new LinkedHashMap<>();
  private final Problems problems;

  public Functions(List<Function> functions, Problems problems) {
    this.problems = problems;
    functions.forEach(function -> numbers.put(function, numbers.size()));
  }

  /** The number of a function; one that is only declared has none. */
  public OptionalInt number(Function function) {
    Integer number = numbers.get(function);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  public static String undefined(Function function) {
    return "unknown function "
        + Wording.quoted(function.name())
        + ": declared in "
        + function.spot().fileAndLine()
        + ", but not defined";
  }

  /** The number of a function that is used outside functions. */
  public int number(Function function, Spot use) {
    OptionalInt number = number(function);
    if (number.isEmpty()) {
      problems.add(use, undefined(function));
    }
    return number.orElse(0);
  }
}
