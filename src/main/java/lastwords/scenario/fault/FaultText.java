package lastwords.scenario.fault;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigSyntax;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import lastwords.machine.bus.MachineConfig;
import lastwords.scenario.hocon.FileIncluder;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Section;
import lastwords.scenario.hocon.Where;

/** A fault that is typed in directly, without a file: {@code drop = ipi, to = 1}. */
public final class FaultText {
  private static final int MOST = 4_096; // characters

  private FaultText() {}

  /** Reads one fault for this machine, with or without braces. */
  public static FaultSpec read(String text, MachineConfig machine) {
    if (text.length() > MOST) {
      throw ScenarioProblems.one(
          "", "a fault of " + text.length() + " characters; at most " + MOST);
    }
    ScenarioProblems problems = new ScenarioProblems();
    Section section = new Section(parse(text), "a fault", new Where(Path::toString), problems);
    List<FaultSpec> faults = new FaultReader(machine, new TreeSet<>()).read(section);
    problems.throwIfAny();
    if (faults.size() > 1) {
      throw ScenarioProblems.one("", "expected one fault, of one CPU, found " + faults.size());
    }
    return faults.get(0);
  }

  private static ConfigObject parse(String text) {
    String inner = text.strip();
    String block = inner.startsWith("{") ? inner : "{" + inner + "}";
    if (inner.contains("${")) {
      throw ScenarioProblems.one("", "a fault has no substitutions");
    }
    ConfigParseOptions options =
        ConfigParseOptions.defaults()
            .setSyntax(ConfigSyntax.CONF)
            .setOriginDescription("fault")
            .setIncluder(FileIncluder.none());
    try {
      Config config = ConfigFactory.parseString("faults = [" + block + "]", options);
      return config.resolve(ConfigResolveOptions.noSystem()).root();
    } catch (ConfigException e) {
      throw ScenarioProblems.one("", "not a fault: " + e.getMessage());
    } catch (StackOverflowError e) {
      throw ScenarioProblems.one("", "not a fault: nested too deeply");
    }
  }
}
