package lastwords.scenario.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The name of a kernel: {@code 5.2+patch+./my.patch}.
 *
 * @param base a release, or the path of a manifest or a tree
 * @param patches applied to it, by name or by path
 */
record KernelName(String base, List<String> patches) {
  KernelName {
    patches = List.copyOf(patches);
  }

  /**
   * Parses a name. A path may contain a plus: a part is the shortest text that is known.
   *
   * @param known is this a name or the path of a file?
   */
  static KernelName of(String text, Predicate<String> known) {
    List<String> words = List.of(text.split("\\+", -1));
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      int end = end(words, at, known);
      parts.add(String.join("+", words.subList(at, end)));
      at = end;
    }
    return new KernelName(parts.get(0), parts.subList(1, parts.size()));
  }

  private static int end(List<String> words, int from, Predicate<String> known) {
    for (int end = from + 1; end <= words.size(); end++) {
      if (known.test(String.join("+", words.subList(from, end)))) {
        return end;
      }
    }
    return from + 1;
  }

  List<String> parts() {
    List<String> parts = new ArrayList<>(List.of(base));
    parts.addAll(patches);
    return parts;
  }

  /** The same kernel with other names for its parts. */
  KernelName with(UnaryOperator<String> name) {
    return new KernelName(name.apply(base), patches.stream().map(name).toList());
  }

  @Override
  public String toString() {
    return String.join("+", parts());
  }
}
