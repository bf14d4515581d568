package lastwords.engine.witness;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import com.typesafe.config.ConfigValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import lastwords.engine.model.Action;
import lastwords.engine.walk.Schedule;
import lastwords.kernelc.source.NearestName;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;

/** Reads witnesses. Any text gives a witness or a message for the user. */
public final class WitnessReader {
  private static final List<String> KEYS =
      List.of(
          "format",
          "outcome",
          "scenario",
          "variant",
          "kernel",
          "machine",
          "set",
          "cpus",
          "idle-cpus",
          "without-faults",
          "kernel-hash",
          "machine-hash",
          "seed",
          "ends",
          "early-timeouts",
          "impatient",
          "reduced",
          "schedule",
          "cycle",
          "circle");

  private final String file;
  private final Config config;

  private WitnessReader(String file, Config config) {
    this.file = file;
    this.config = config;
  }

  /**
   * Parses a witness.
   *
   * @param file its name, for messages
   * @throws ScenarioException if the text is not one
   */
  public static Witness read(String file, String text) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setOriginDescription(file);
    try {
      return new WitnessReader(file, ConfigFactory.parseString(text, options)).witness();
    } catch (ConfigException e) {
      throw complaint(file, e);
    } catch (StackOverflowError e) {
      throw new ScenarioException(List.of(file + ": nested too deeply"));
    }
  }

  private static ScenarioException complaint(String file, ConfigException e) {
    String line = e.origin() == null ? "" : ":" + Math.max(1, e.origin().lineNumber());
    String what = String.valueOf(e.getMessage()).lines().findFirst().orElse("is not HOCON");
    String plain = what.replaceFirst("^" + java.util.regex.Pattern.quote(file) + ": (\\d+: )?", "");
    return new ScenarioException(List.of(file + line + ": " + plain));
  }

  private Witness witness() {
    for (Map.Entry<String, ConfigValue> entry : config.root().entrySet()) {
      if (!KEYS.contains(entry.getKey())) {
        String hint = NearestName.hint(entry.getKey(), KEYS);
        throw wrong(entry.getKey(), "a witness has no '" + entry.getKey() + "'" + hint);
      }
    }
    return new Witness(
        config.getString("scenario"),
        text("variant").orElse(Scenario.DEFAULT),
        new Overrides(text("kernel"), text("machine"), set()),
        new Reduction(cpus(), numbers("idle-cpus"), numbers("without-faults")),
        config.getString("kernel-hash"),
        config.getString("machine-hash"),
        runSpec(),
        config.getString("outcome"));
  }

  private ScenarioException wrong(String key, String what) {
    return new ScenarioException(
        List.of(file + ":" + config.root().get(key).origin().lineNumber() + ": " + what));
  }

  private Optional<String> text(String key) {
    return config.hasPath(key) ? Optional.of(config.getString(key)) : Optional.empty();
  }

  private Map<String, String> set() {
    Map<String, String> set = new LinkedHashMap<>();
    if (config.hasPath("set")) {
      ConfigObject block = config.getObject("set");
      for (String key : new TreeSet<>(block.keySet())) {
        set.put(key, String.valueOf(block.get(key).unwrapped()));
      }
    }
    return set;
  }

  private OptionalInt cpus() {
    return config.hasPath("cpus") ? OptionalInt.of(config.getInt("cpus")) : OptionalInt.empty();
  }

  private SortedSet<Integer> numbers(String key) {
    return new TreeSet<>(config.hasPath(key) ? config.getIntList(key) : Set.of());
  }

  private RunSpec runSpec() {
    if (config.hasPath("seed") == config.hasPath("schedule")) {
      throw new ScenarioException(List.of(file + ": a witness has either a seed or a schedule"));
    }
    return config.hasPath("seed") ? new RunSpec.Seeded(config.getLong("seed")) : scheduled();
  }

  private RunSpec scheduled() {
    try {
      boolean earlyTimeouts = flag("early-timeouts") || flag("impatient"); // its former name
      boolean reduced = !config.hasPath("reduced") || config.getBoolean("reduced");
      List<Action> schedule = Schedule.parse(config.getString("schedule"));
      return new RunSpec.Scheduled(schedule, cycle(), cause(), earlyTimeouts, reduced);
    } catch (IllegalArgumentException e) {
      throw wrong("schedule", e.getMessage());
    }
  }

  private boolean flag(String key) {
    return config.hasPath(key) && config.getBoolean(key);
  }

  private List<Action> cycle() {
    try {
      String key = config.hasPath("circle") ? "circle" : "cycle"; // its former name
      return config.hasPath(key) ? Schedule.parse(config.getString(key)) : List.of();
    } catch (IllegalArgumentException e) {
      throw wrong("cycle", e.getMessage());
    }
  }

  private Cause cause() {
    String word = presentName(config.getString("ends"));
    List<String> known =
        Stream.of(Cause.values()).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
    if (!known.contains(word)) {
      throw wrong("ends", "'" + word + "' is none of " + String.join(", ", known));
    }
    return Cause.values()[known.indexOf(word)];
  }

  /** The present name of a cause that earlier versions named otherwise. */
  private static String presentName(String cause) {
    return switch (cause) {
      case "quiet" -> "quiescent";
      case "circling" -> "cycling";
      default -> cause;
    };
  }
}
