package lastwords.scenario;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names by which a kernel's variables are set: sysctls, boot parameters and their words. */
final class Parameters {
  static final Parameters NONE = new Parameters(List.of());

  private final List<Parameter> all;
  private final Map<String, Parameter> byName = new LinkedHashMap<>();
  private final Set<String> flags = new TreeSet<>();
  private final Map<String, Parameter> byWord = new LinkedHashMap<>();

  Parameters(Collection<Parameter> all) {
    this.all = List.copyOf(all);
    for (Parameter parameter : all) {
      parameter.sysctls().forEach(it -> byName.put(plain(it), parameter));
      parameter.boots().forEach(it -> byName.put(plain(it), parameter));
      parameter.boots().forEach(it -> flags.add(plain(it)));
      parameter.words().keySet().forEach(it -> byWord.put(plain(it), parameter));
    }
  }

  List<Parameter> all() {
    return all;
  }

  /** The block of a scenario with settings by the names of their variables. */
  ConfigObject renamed(ConfigObject block) {
    if (!(block.get("settings") instanceof ConfigObject settings)) {
      return block;
    }
    ConfigObject renamed = ConfigFactory.empty().root();
    for (Map.Entry<String, ConfigValue> setting : flat("", settings).entrySet()) {
      String name = setting.getKey();
      ConfigValue value = setting.getValue();
      Optional<Map.Entry<String, Long>> word = word(name, String.valueOf(value.unwrapped()));
      renamed =
          word.isPresent()
              ? renamed.withValue(word.get().getKey(), number(word.get().getValue(), value))
              : renamed.withValue(variable(name), value);
    }
    return block.withValue("settings", renamed.withOrigin(settings.origin()));
  }

  private static ConfigValue number(long number, ConfigValue origin) {
    return ConfigValueFactory.fromAnyRef(number).withOrigin(origin.origin());
  }

  /** Names with dots are blocks in blocks: <code>kernel { panic = 10 }</code>. */
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

  /** The variable that a name stands for; the name itself when it is no other's. */
  String variable(String name) {
    Parameter named = byName.get(plain(name));
    return named != null ? named.variable() : name;
  }

  /** What a word of the command line stands for: {@code oops=panic}, {@code quiet}. */
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
    return values;
  }

  /** Every name, for suggestions. */
  Set<String> names() {
    Set<String> names = new TreeSet<>(byName.keySet());
    byWord.keySet().forEach(word -> names.add(Parameter.nameOf(word)));
    return names;
  }

  /**
   * A name as it is written here: {@code sysctl.kernel.panic} and {@code /proc/sys/kernel/panic}
   * are {@code kernel.panic}; a dash is an underscore, as on the kernel's command line.
   */
  private static String plain(String name) {
    String path = name.replaceFirst("^/?proc/sys/", "").replaceFirst("^/sys/module/", "");
    return path.replaceFirst("/parameters/", ".")
        .replace('/', '.')
        .replaceFirst("^sysctl\\.", "")
        .replace('-', '_');
  }
}
