package lastwords.scenario.hocon;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * A block of a HOCON file, read key by key. A key that is asked for is known; {@link #end} reports
 * all others. Wrong values are reported and read as absent.
 */
public final class Section {
  /** In one list of blocks, or of names chosen by the user. */
  public static final int MOST_ENTRIES = 1000;

  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");

  private final ConfigObject object;
  private final String name;
  private final Where where;
  private final ScenarioProblems problems;
  private final Set<String> known = new TreeSet<>();

  /**
   * @param name of the block in messages: "machine", "a fault"
   */
  public Section(ConfigObject object, String name, Where where, ScenarioProblems problems) {
    this.object = object;
    this.name = name;
    this.where = where;
    this.problems = problems;
  }

  /** The same block with another value of a key. */
  public Section with(String key, Object value) {
    ConfigValue other = ConfigValueFactory.fromAnyRef(value).withOrigin(object.get(key).origin());
    return new Section(object.withValue(key, other), name, where, problems);
  }

  public boolean has(String key) {
    return object.containsKey(key);
  }

  /** Is its value a block? */
  public boolean isBlock(String key) {
    return object.get(key) instanceof ConfigObject;
  }

  /** The existing keys, in the order of their lines if those are known. */
  public List<String> keys() {
    List<String> keys = new ArrayList<>(object.keySet());
    keys.sort(
        (a, b) -> {
          int lines = Integer.compare(line(a), line(b));
          return lines != 0 ? lines : a.compareTo(b);
        });
    return keys;
  }

  private int line(String key) {
    return object.get(key).origin().lineNumber();
  }

  /** The place of the key's value, or of the block if it has none. */
  public String at(String key) {
    return where.of(has(key) ? object.get(key) : object);
  }

  /** The place where the block begins. */
  public String at() {
    return where.of(object);
  }

  public void problem(String key, String what) {
    problems.add(at(key), what);
  }

  public Optional<ConfigValue> value(String key) {
    known.add(key);
    ConfigValue value = object.get(key);
    boolean absent = value == null || value.valueType() == ConfigValueType.NULL;
    return absent ? Optional.empty() : Optional.of(value);
  }

  /** A text; a number or boolean is read as text. */
  public Optional<String> text(String key) {
    return value(key).flatMap(value -> text(key, value));
  }

  private Optional<String> text(String key, ConfigValue value) {
    if (value instanceof ConfigObject || value instanceof ConfigList) {
      return wrong(key, "a text", value);
    }
    return Optional.of(plain(value));
  }

  /** The text as it was written: {@code 5.10} is not read as a number. */
  public static String plain(ConfigValue value) {
    return value.atKey("v").getString("v");
  }

  /** One of these words. */
  public Optional<String> word(String key, Collection<String> words) {
    return text(key).flatMap(text -> oneOf(key, text, words));
  }

  private Optional<String> oneOf(String key, String text, Collection<String> words) {
    if (words.contains(text)) {
      return Optional.of(text);
    }
    problem(key, key + ": unknown '" + text + "'" + Nearest.hint(text, words));
    return Optional.empty();
  }

  /** Some of these words: one, or a list. */
  public Optional<List<String>> words(String key, Collection<String> words) {
    return value(key).map(value -> words(key, items(value), words));
  }

  private List<String> words(String key, List<ConfigValue> items, Collection<String> words) {
    return items.stream()
        .flatMap(one -> text(key, one).stream())
        .flatMap(text -> oneOf(key, text, words).stream())
        .toList();
  }

  /** Lists of such words, one or several: {@code [[panic], [panic, emergency]]}. */
  public List<List<String>> wordLists(String key, Collection<String> words) {
    return alternatives(key).stream().map(items -> words(key, items, words)).toList();
  }

  /** Lists of texts, one or several. */
  public List<List<String>> textLists(String key) {
    return alternatives(key).stream()
        .map(items -> items.stream().flatMap(one -> text(key, one).stream()).toList())
        .toList();
  }

  private static List<ConfigValue> items(ConfigValue value) {
    return value instanceof ConfigList list ? List.copyOf(list) : List.of(value);
  }

  /** {@code [[1], [1, 2]]} are two lists; {@code [1, 2]} is one, and so is {@code 1}. */
  private List<List<ConfigValue>> alternatives(String key) {
    List<ConfigValue> all = value(key).map(Section::items).orElse(List.of());
    boolean several = all.stream().anyMatch(ConfigList.class::isInstance);
    List<List<ConfigValue>> one = has(key) ? List.of(all) : List.of();
    return several ? all.stream().map(Section::items).toList() : one;
  }

  /** Sets of CPUs, one or several: {@code [0, 2-5]}, {@code [[1], [1, 2]]}. */
  public List<SortedSet<Integer>> cpuSets(String key, int cpus) {
    List<SortedSet<Integer>> sets = new ArrayList<>();
    for (List<ConfigValue> items : alternatives(key)) {
      SortedSet<Integer> set = new TreeSet<>();
      numbers(key, items, 0, cpus - 1L).forEach(cpu -> set.add(cpu.intValue()));
      sets.add(set);
    }
    return sets;
  }

  /** Texts: one, or a list. */
  public Optional<List<String>> texts(String key) {
    return value(key)
        .map(value -> items(value).stream().flatMap(one -> text(key, one).stream()).toList());
  }

  /** An integer from least to most. */
  public Optional<Long> number(String key, long least, long most) {
    return value(key).flatMap(value -> number(key, value, least, most));
  }

  private Optional<Long> number(String key, ConfigValue value, long least, long most) {
    Optional<Long> number = whole(value);
    if (number.isEmpty()) {
      return wrong(key, "a whole number", value);
    }
    if (number.get() < least || number.get() > most) {
      return wrong(key, "a number from " + least + " to " + most, value);
    }
    return number;
  }

  /** Integers: one, or a list, in which {@code 1-62} is a range. */
  public Optional<List<Long>> numbers(String key, long least, long most) {
    return value(key).map(value -> numbers(key, items(value), least, most));
  }

  private List<Long> numbers(String key, List<ConfigValue> items, long least, long most) {
    return items.stream().flatMap(one -> range(key, one, least, most).stream()).toList();
  }

  private List<Long> range(String key, ConfigValue value, long least, long most) {
    Matcher range = RANGE.matcher(String.valueOf(value.unwrapped()));
    if (!range.matches()) {
      return number(key, value, least, most).stream().toList();
    }
    long first = Long.parseLong(range.group(1));
    long last = Long.parseLong(range.group(2));
    if (first > last || first < least || last > most) {
      wrong(key, "a range within " + least + "-" + most, value);
      return List.of();
    }
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /** An integer in decimal, or in hexadecimal with 0x. */
  public static Optional<Long> whole(ConfigValue value) {
    if (value.valueType() == ConfigValueType.NUMBER) {
      double exact = ((Number) value.unwrapped()).doubleValue();
      return exact == Math.rint(exact)
          ? Optional.of(((Number) value.unwrapped()).longValue())
          : Optional.empty();
    }
    return value.unwrapped() instanceof String text ? parsed(text) : Optional.empty();
  }

  private static Optional<Long> parsed(String text) {
    try {
      return Optional.of(Long.decode(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Yes or no. */
  public Optional<Boolean> flag(String key) {
    return value(key).flatMap(value -> truth(value).or(() -> wrong(key, "yes or no", value)));
  }

  /** A boolean in any of HOCON's words for one, or in the kernel's. */
  public static Optional<Boolean> truth(ConfigValue value) {
    return switch (String.valueOf(value.unwrapped()).toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "y" -> Optional.of(true);
      case "false", "no", "off", "n" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** A duration with its unit, in ns. */
  public Optional<Long> nanos(String key) {
    return value(key).flatMap(value -> nanos(key, value));
  }

  private Optional<Long> nanos(String key, ConfigValue value) {
    Optional<Long> nanos = Span.nanos(String.valueOf(value.unwrapped()));
    return nanos.isPresent()
        ? nanos
        : wrong(key, "a time with its unit, such as 20us, 10ms or 2s", value);
  }

  /** A block inside this one. */
  public Optional<Section> section(String key) {
    return section(key, key);
  }

  public Optional<Section> section(String key, String called) {
    return value(key)
        .flatMap(
            value ->
                value instanceof ConfigObject inner
                    ? Optional.of(new Section(inner, called, where, problems))
                    : wrong(called, "a block { ... }", value));
  }

  /**
   * A list of blocks.
   *
   * @param called name of a block in messages
   */
  public List<Section> sections(String key, String called) {
    Optional<ConfigValue> value = value(key);
    if (value.isEmpty()) {
      return List.of();
    }
    if (!(value.get() instanceof ConfigList list)) {
      wrong(key, "a list [ ... ]", value.get());
      return List.of();
    }
    return bounded(key, list).stream().flatMap(one -> block(key, one, called).stream()).toList();
  }

  private Optional<Section> block(String key, ConfigValue one, String called) {
    return one instanceof ConfigObject inner
        ? Optional.of(new Section(inner, called, where, problems))
        : wrong(key, "a block { ... } for " + called, one);
  }

  /** All entries of this block; their keys are names chosen by the user. */
  public Map<String, ConfigValue> entries() {
    known.addAll(object.keySet());
    Map<String, ConfigValue> entries = new LinkedHashMap<>();
    bounded(name, keys()).forEach(key -> entries.put(key, object.get(key)));
    return entries;
  }

  private <T> List<T> bounded(String called, List<T> entries) {
    if (entries.size() <= MOST_ENTRIES) {
      return entries;
    }
    problems.add(
        where.of(object),
        called + ": expected at most " + MOST_ENTRIES + ", found " + entries.size());
    return entries.subList(0, MOST_ENTRIES);
  }

  /** Reports the keys that were not asked for. */
  public void end() {
    for (String key : keys()) {
      if (!known.contains(key)) {
        problem(key, "unknown key '" + key + "' in " + name + Nearest.hint(key, known));
      }
    }
  }

  private <T> Optional<T> wrong(String key, String expected, ConfigValue found) {
    problems.add(where.of(found), key + ": expected " + expected + ", found " + Shown.of(found));
    return Optional.empty();
  }
}
