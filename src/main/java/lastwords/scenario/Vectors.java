package lastwords.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.KernelImage;

/**
 * The interrupts of a kernel by the names of their vectors in its sources: {@code
 * __interrupt(REBOOT_VECTOR)}.
 */
final class Vectors {
  private static final Pattern HANDLER =
      Pattern.compile("__interrupt\\s*\\(\\s*([A-Za-z_]\\w*)\\s*\\)[^;{(]*?(\\w+)\\s*\\(");

  private final Map<String, Integer> byName = new TreeMap<>();

  Vectors(List<SourceFile> sources, KernelImage image) {
    for (SourceFile source : sources) {
      Matcher handler = HANDLER.matcher(source.text());
      while (handler.find()) {
        add(handler.group(1), handler.group(2), image);
      }
    }
  }

  private void add(String vector, String function, KernelImage image) {
    image
        .function(function)
        .ifPresent(
            it -> {
              int number = image.functions().get(it).vector();
              if (number >= 0) {
                byName.put(vector, number);
              }
            });
  }

  /**
   * Accepted names of interrupts, without prefixes and suffixes that only mark them as interrupts.
   */
  Set<String> names() {
    Set<String> names = new TreeSet<>();
    byName
        .keySet()
        .forEach(name -> names.add(name.replaceFirst("_VECTOR$", "").replaceFirst("^IPI_", "")));
    return names;
  }

  /**
   * The number of a vector, given as a number, by name, or by name without {@code _VECTOR} or
   * {@code IPI_}.
   */
  Optional<Integer> number(String text) {
    if (text.matches("\\d{1,4}|0x[0-9a-fA-F]{1,3}")) {
      return Optional.of(Integer.decode(text));
    }
    return List.of(text, text + "_VECTOR", "IPI_" + text).stream()
        .filter(byName::containsKey)
        .findFirst()
        .map(byName::get);
  }
}
