package lastwords.scenario;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.Map;
import java.util.Optional;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Shown;
import lastwords.scenario.hocon.Where;

/**
 * A machine being put together: a base by name, and adjustments by the scenario, the variant and
 * the command line. Another base keeps the adjustments, so a scenario that sets {@code cpus = 2}
 * has two CPUs on any machine.
 */
final class MachineLayers {
  private final MachineFiles machines;
  private final Where where;
  private Optional<ConfigObject> base = Optional.empty();
  private ConfigObject adjustments = ConfigFactory.empty().root();

  MachineLayers(MachineFiles machines, Where where) {
    this.machines = machines;
    this.where = where;
  }

  /** Adds a value of the key {@code machine}: a name, or a block that may be based on a machine. */
  void add(ConfigValue value) {
    if (value instanceof ConfigObject block) {
      addBlock(block);
    } else if (value instanceof ConfigList || value.valueType() == ConfigValueType.NULL) {
      String what = "machine: expected a name or a block { ... }, found " + Shown.of(value);
      throw ScenarioProblems.one(where.of(value), what);
    } else {
      rebase(machines.find(Section.plain(value), Where.folder(value), where.of(value)));
    }
  }

  private void addBlock(ConfigObject block) {
    Optional<ConfigObject> named = shippedBase(block);
    named.ifPresent(this::rebase);
    ConfigObject own = named.map(it -> difference(block, it)).orElse(block);
    adjustments = own.withFallback(adjustments);
  }

  /** The shipped machine on which the block is based by substitution: its name has come with it. */
  private Optional<ConfigObject> shippedBase(ConfigObject block) {
    ConfigValue name = block.get("name");
    return Optional.ofNullable(name)
        .map(it -> machines.shipped().get(it.unwrapped()))
        .filter(machine -> machine.get("name").origin().equals(name.origin()));
  }

  private void rebase(ConfigObject machine) {
    if (base.isEmpty()) {
      adjustments = ConfigFactory.empty().root();
    }
    base = Optional.of(machine);
  }

  /** The values of the block that did not come from the machine's file. */
  private static ConfigObject difference(ConfigObject block, ConfigObject machine) {
    ConfigObject own = ConfigFactory.empty().root();
    for (Map.Entry<String, ConfigValue> entry : block.entrySet()) {
      Optional<ConfigValue> rest = difference(entry.getValue(), machine.get(entry.getKey()));
      if (rest.isPresent()) {
        own = own.withValue(entry.getKey(), rest.get());
      }
    }
    return own;
  }

  private static Optional<ConfigValue> difference(ConfigValue value, ConfigValue inherited) {
    if (value instanceof ConfigObject block && inherited instanceof ConfigObject machine) {
      ConfigObject own = difference(block, machine);
      return own.isEmpty() ? Optional.empty() : Optional.of(own);
    }
    boolean same = inherited != null && inherited.origin().equals(value.origin());
    return same ? Optional.empty() : Optional.of(value);
  }

  /** The machine with its adjustments. */
  ConfigObject resolved() {
    return base.map(it -> adjustments.withFallback(it)).orElse(adjustments).toConfig().root();
  }
}
