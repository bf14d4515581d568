package lastwords.scenario.setting;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names by which a kernel's variables are set: sysctls, boot parameters and their words. */
public final class Parameters {
  public static final Parameters NONE = new Parameters(List.of(), Spellings.NONE, Map.of());

  /** As on the kernel's command line: 1M. */
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kKmMgG]?)");

  private static final String CRASH = "crash";

  private static final long KIBI = 1024;

  private final List<Parameter> all;
  private final Spellings spellings;
  private final Map<String, Long> symbols;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();
  private final Set<String> flags = new TreeSet<>();
  private final Map<String, Parameter> byWord = new LinkedHashMap<>();

  /**
   * @param symbols the kernel's config symbols
   */
  public Parameters(Collection<Parameter> all, Spellings spellings, Map<String, Long> symbols) {
    this.all = List.copyOf(all);
    this.spellings = spellings;
    this.symbols = Collections.unmodifiableMap(new TreeMap<>(symbols));
    for (Parameter parameter : all) {
      parameter.sysctls().forEach(it -> byName.put(plain(it), parameter));
      parameter.boots().forEach(it -> byName.put(plain(it), parameter));
      parameter.boots().forEach(it -> flags.add(plain(it)));
      parameter.words().keySet().forEach(it -> byWord.put(plain(it), parameter));
    }
  }

  public List<Parameter> all() {
    return all;
  }

  /** The block of a scenario with settings renamed to their variables. */
  public ConfigObject renamed(ConfigObject scenario) {
    ConfigObject block = withCrash(scenario);
    if (!(block.get("settings") instanceof ConfigObject settings)) {
      return block;
    }
    ConfigObject renamed = ConfigFactory.empty().root();
    ConfigObject config =
        block.get("config") instanceof ConfigObject given ? given : ConfigFactory.empty().root();
    for (Map.Entry<String, ConfigValue> setting : flat("", settings).entrySet()) {
      String name = setting.getKey();
      ConfigValue value = setting.getValue();
      Optional<Map.Entry<String, Long>> size = size(name, text(value));
      if (size.isPresent()) {
        config = config.withValue(size.get().getKey(), number(size.get().getValue(), value));
      } else {
        for (Map.Entry<String, ConfigValue> one : meant(name, value).entrySet()) {
          renamed = renamed.withValue(one.getKey(), one.getValue());
        }
      }
    }
    ConfigObject all = config.isEmpty() ? block : block.withValue("config", config);
    return all.withValue("settings", renamed.withOrigin(settings.origin()));
  }

  /** The block {@code crash} configures the crash kernel; moves it among the settings. */
  private static ConfigObject withCrash(ConfigObject block) {
    if (!(block.get(CRASH) instanceof ConfigObject crash)) {
      return block;
    }
    ConfigObject settings =
        block.get("settings") instanceof ConfigObject some ? some : ConfigFactory.empty().root();
    ConfigObject own = ConfigFactory.empty().root().withValue(CRASH, crash);
    ConfigObject all = own.withFallback(settings).withOrigin(crash.origin());
    return block.withoutKey(CRASH).withValue("settings", all);
  }

  private static String text(ConfigValue value) {
    return String.valueOf(value.unwrapped());
  }

  /** The variables that a setting refers to, and their values. A wrong one keeps its name. */
  private Map<String, ConfigValue> meant(String name, ConfigValue value) {
    Optional<Map.Entry<String, Long>> word = word(name, text(value));
    if (word.isPresent()) {
      return Map.of(word.get().getKey(), number(word.get().getValue(), value));
    }
    if (isUsual(name, value)) {
      return Map.of();
    }
    if (absent(name, value).isPresent()) {
      return Map.of(name, value);
    }
    List<Long> numbers = numbers(name, text(value));
    if (!numbers.isEmpty()) {
      return each(name, numbers, value);
    }
    boolean tooMany = numbers(name) > 1 && text(value).strip().matches("(?s).*\\s.*");
    return Map.of(tooMany ? name : variable(name), value);
  }

  private boolean isUsual(String name, ConfigValue value) {
    return spellings.usual().contains(plain(name) + "=" + text(value));
  }

  /** Why this machine lacks what a setting is about; empty if it may have it. */
  Optional<String> absent(String name, ConfigValue value) {
    boolean known = byName.containsKey(plain(name)) || word(name, text(value)).isPresent();
    return known ? Optional.empty() : spellings.absent(plain(name), text(value));
  }

  /** The number of values that a sysctl takes; 1 for most. */
  int numbers(String name) {
    return spellings.lists().getOrDefault(plain(name), List.of("")).size();
  }

  /** The numbers of a list: {@code 7 4 1 7}; empty if it is not a list. */
  private List<Long> numbers(String name, String value) {
    String[] words = value.strip().split("\\s+");
    boolean all = List.of(words).stream().allMatch(it -> it.matches("-?\\d{1,9}"));
    return all && words.length > 1 && words.length <= numbers(name)
        ? List.of(words).stream().map(Long::valueOf).toList()
        : List.of();
  }

  private Map<String, ConfigValue> each(String name, List<Long> numbers, ConfigValue origin) {
    Map<String, ConfigValue> each = new LinkedHashMap<>();
    List<String> variables = spellings.lists().get(plain(name));
    for (int i = 0; i < numbers.size(); i++) {
      if (!variables.get(i).isEmpty()) {
        each.put(variables.get(i), number(numbers.get(i), origin));
      }
    }
    return each;
  }

  /** Is it a size in bytes, which can only be enlarged? */
  boolean isSize(String name) {
    return spellings.sizes().containsKey(plain(name));
  }

  /** The accepted sizes: {@code above the 128K that this kernel has, and at most 1024K}. */
  String sizesOf(String name) {
    int most = spellings.sizes().get(plain(name)).largestShift();
    return "more than the default of " + kib(usualShift(name)) + " and at most " + kib(most);
  }

  private static String kib(long shift) {
    return (1L << shift) / KIBI + "K";
  }

  private long usualShift(String name) {
    return symbols.getOrDefault(spellings.sizes().get(plain(name)).symbol(), 0L);
  }

  /** The config symbol that holds a size, rounded up to a power of two, and its value. */
  private Optional<Map.Entry<String, Long>> size(String name, String value) {
    Matcher size = SIZE.matcher(value);
    if (!isSize(name) || !size.matches()) {
      return Optional.empty();
    }
    long bytes = Long.parseLong(size.group(1)) * unit(size.group(2));
    long shift = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, bytes) - 1);
    Spellings.Size of = spellings.sizes().get(plain(name));
    boolean fits = shift > usualShift(name) && shift <= of.largestShift();
    return fits ? Optional.of(Map.entry(of.symbol(), shift)) : Optional.empty();
  }

  private static ConfigValue number(long number, ConfigValue origin) {
    return ConfigValueFactory.fromAnyRef(number).withOrigin(origin.origin());
  }

  /** Flattens names with dots, which are nested blocks: <code>kernel { panic = 10 }</code>. */
  private static Map<String, ConfigValue> flat(String prefix, ConfigObject block) {
    Map<String, ConfigValue> flat = new LinkedHashMap<>();
    block.forEach(
        (name, value) -> {
          if (value instanceof ConfigObject inner) {
            flat.putAll(flat(prefix + name + ".", inner));
          } else {
            flat.put(prefix + name, value);
          }
        });
    return flat;
  }

  private static long unit(String suffix) {
    return switch (suffix.toUpperCase(Locale.ROOT)) {
      case "K" -> KIBI;
      case "M" -> KIBI * KIBI;
      case "G" -> KIBI * KIBI * KIBI;
      default -> 1;
    };
  }

  /** The variable with this name; the name itself if it is not another's. */
  String variable(String name) {
    Parameter named = byName.get(plain(name));
    return named != null ? named.variable() : name;
  }

  /**
   * The variable and value that a word of the command line stands for: {@code oops=panic}, {@code
   * quiet}.
   */
  Optional<Map.Entry<String, Long>> word(String name, String value) {
    String word = plain(name) + (value.isEmpty() ? "" : "=" + value);
    Parameter parameter = byWord.get(word);
    if (parameter != null) {
      return parameter.words().entrySet().stream()
          .filter(it -> plain(it.getKey()).equals(word))
          .map(it -> Map.entry(parameter.variable(), it.getValue()))
          .findFirst();
    }
    boolean flag = value.isEmpty() && flags.contains(plain(name));
    return flag ? Optional.of(Map.entry(variable(name), 1L)) : Optional.empty();
  }

  /** The values of a name that are words. */
  List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (Parameter parameter : all) {
      for (String word : parameter.words().keySet()) {
        if (Parameter.nameOf(word).equals(plain(name))) {
          Parameter.valueOf(word).ifPresent(values::add);
        }
      }
    }
    spellings.usual().stream()
        .filter(word -> Parameter.nameOf(word).equals(plain(name)))
        .flatMap(word -> Parameter.valueOf(word).stream())
        .forEach(values::add);
    return values;
  }

  /** Every name, for suggestions. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>(byName.keySet());
    byWord.keySet().forEach(word -> names.add(Parameter.nameOf(word)));
    names.addAll(spellings.sizes().keySet());
    names.addAll(spellings.lists().keySet());
    return names;
  }

  /**
   * The canonical form of a name: {@code sysctl.kernel.panic} and {@code /proc/sys/kernel/panic}
   * become {@code kernel.panic}; a dash becomes an underscore, as on the kernel's command line.
   */
  private static String plain(String name) {
    String path = name.replaceFirst("^/?proc/sys/", "").replaceFirst("^/sys/module/", "");
    return path.replaceFirst("/parameters/", ".")
        .replace('/', '.')
        .replaceFirst("^sysctl\\.", "")
        .replace('-', '_');
  }
}
