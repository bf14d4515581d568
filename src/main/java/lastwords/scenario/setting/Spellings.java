package lastwords.scenario.setting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.scenario.hocon.Section;

/**
 * Other ways to write settings than one variable's name.
 *
 * @param lists sysctls of several numbers, with a variable for each; an empty name is a number that
 *     is not used
 * @param sizes in bytes, which can only enlarge what the kernel has
 * @param usual words of the command line that ask for the default
 * @param absent names, or words of the command line, of what this machine lacks, and why
 */
public record Spellings(
    Map<String, List<String>> lists,
    Map<String, Size> sizes,
    List<String> usual,
    Map<String, String> absent) {
  public static final Spellings NONE = new Spellings(Map.of(), Map.of(), List.of(), Map.of());

  private static final String KERNEL = "kernel.";
  private static final int MOST_SHIFT = 40;

  /**
   * The limits of a size.
   *
   * @param symbol of the config; the logarithm of the size in bytes
   * @param largestShift the most that a machine has room for
   */
  record Size(String symbol, int largestShift) {}

  public Spellings {
    lists = Collections.unmodifiableMap(new LinkedHashMap<>(lists));
    sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
    usual = List.copyOf(usual);
    absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
  }

  /** Reads the blocks of a manifest. */
  public static Spellings read(Section manifest) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    Map<String, Size> sizes = new LinkedHashMap<>();
    manifest
        .section("number-lists")
        .ifPresent(all -> all.keys().forEach(it -> lists.put(it, all.texts(it).orElse(List.of()))));
    manifest
        .section("sizes")
        .ifPresent(all -> all.keys().forEach(it -> size(it, all).ifPresent(n -> sizes.put(it, n))));
    return new Spellings(
        lists,
        sizes,
        manifest.texts("usual").orElse(List.of()),
        manifest.section("not-modelled").map(Spellings::absent).orElse(Map.of()));
  }

  private static Optional<Size> size(String name, Section all) {
    Optional<Section> section = all.section(name, "sizes." + name);
    Optional<Size> size =
        section.map(
            it ->
                new Size(
                    it.text("config").orElse(""),
                    it.number("largest-shift", 0, MOST_SHIFT).orElse(0L).intValue()));
    section.ifPresent(Section::end);
    return size;
  }

  private static Map<String, String> absent(Section all) {
    Map<String, String> absent = new LinkedHashMap<>();
    for (String key : all.keys()) {
      all.section(key, "not-modelled." + key).ifPresent(it -> absent(it, absent));
    }
    return absent;
  }

  private static void absent(Section one, Map<String, String> absent) {
    String because = one.text("because").orElse("");
    one.texts("names").orElse(List.of()).forEach(name -> absent.put(name, because));
    one.end();
  }

  /** The union with those of another manifest. */
  public Spellings with(Spellings more) {
    Map<String, List<String>> allLists = new LinkedHashMap<>(lists);
    allLists.putAll(more.lists);
    Map<String, Size> allSizes = new LinkedHashMap<>(sizes);
    allSizes.putAll(more.sizes);
    List<String> allUsual = new ArrayList<>(usual);
    allUsual.addAll(more.usual);
    Map<String, String> allAbsent = new LinkedHashMap<>(absent);
    allAbsent.putAll(more.absent);
    return new Spellings(allLists, allSizes, allUsual, allAbsent);
  }

  /**
   * Why this machine lacks what a setting is about; empty if it may have it.
   *
   * @param name in the form of {@link Parameters}
   */
  Optional<String> absent(String name, String value) {
    String word = name + "=" + value;
    return absent.entrySet().stream()
        .filter(it -> names(it.getKey(), word) || names(it.getKey(), name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** Most boot parameters are also sysctls. */
  private static boolean names(String key, String name) {
    return key.equals(name) || (KERNEL + key).equals(name);
  }
}
