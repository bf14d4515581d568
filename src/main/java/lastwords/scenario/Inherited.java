package lastwords.scenario;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a variant inherits from its scenario for a machine that may have fewer CPUs: the work and
 * the faults of missing CPUs are left out.
 */
final class Inherited {
  private static final List<String> NAMING = List.of("to", "from", "stall", "corrupt-idt", "cpu");
  private static final Pattern CPUS = Pattern.compile("(\\d{1,3})(?:-(\\d{1,3}))?");

  private final int cpus;

  /**
   * @param cpus number of CPUs of the machine
   */
  Inherited(int cpus) {
    this.cpus = cpus;
  }

  /** The block without what belongs to missing CPUs. */
  ConfigObject of(ConfigObject block) {
    ConfigObject fitting = block;
    if (block.get("cpu") instanceof ConfigObject work) {
      fitting = fitting.withValue("cpu", work(work));
    }
    if (block.get("faults") instanceof ConfigList faults) {
      List<ConfigValue> left = faults.stream().flatMap(it -> fault(it).stream()).toList();
      fitting = fitting.withValue("faults", list(left, faults));
    }
    return fitting;
  }

  private ConfigObject work(ConfigObject work) {
    ConfigObject fitting = work;
    for (String key : work.keySet()) {
      Optional<String> left = there(key);
      if (left.filter(key::equals).isEmpty()) {
        fitting = fitting.withoutKey(key);
        ConfigValue block = work.get(key);
        fitting = left.isPresent() ? fitting.withValue(left.get(), block) : fitting;
      }
    }
    return fitting;
  }

  /** {@code 2}, or {@code 2-3} from {@code 2-9}; empty if none of them exists. */
  private Optional<String> there(String text) {
    Matcher range = CPUS.matcher(text);
    if (!range.matches()) {
      return Optional.of(text);
    }
    int first = Integer.parseInt(range.group(1));
    int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
    String rest = last < cpus ? text : first + "-" + (cpus - 1);
    return first < cpus ? Optional.of(rest) : Optional.empty();
  }

  private Optional<ConfigValue> fault(ConfigValue value) {
    if (!(value instanceof ConfigObject fault)) {
      return Optional.of(value);
    }
    ConfigObject fitting = fault;
    for (String key : NAMING) {
      Optional<ConfigValue> left = Optional.ofNullable(fault.get(key)).flatMap(this::cpus);
      if (fault.containsKey(key) && left.isEmpty()) {
        return Optional.empty();
      }
      fitting = left.isPresent() ? fitting.withValue(key, left.get()) : fitting;
    }
    return Optional.of(fitting);
  }

  private Optional<ConfigValue> cpus(ConfigValue value) {
    if (value instanceof ConfigList list) {
      List<ConfigValue> left = list.stream().flatMap(it -> cpus(it).stream()).toList();
      return left.isEmpty() ? Optional.empty() : Optional.of(list(left, list));
    }
    return there(String.valueOf(value.unwrapped())).map(it -> same(value, it));
  }

  private static ConfigValue same(ConfigValue value, String text) {
    boolean same = text.equals(String.valueOf(value.unwrapped()));
    return same ? value : ConfigValueFactory.fromAnyRef(text).withOrigin(value.origin());
  }

  private static ConfigValue list(List<ConfigValue> values, ConfigList like) {
    return ConfigValueFactory.fromIterable(new ArrayList<>(values)).withOrigin(like.origin());
  }
}
