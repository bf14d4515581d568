package lastwords.cli.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.setting.Overrides;

/**
 * A case to test, with its scenario's name on the command line.
 *
 * @param name of a shipped scenario, or a path
 */
public record NamedCase(String name, Case made) {
  /**
   * One case, {@code SCENARIO:VARIANT}; all cases of a scenario, or of the scenarios in a folder.
   */
  public static List<NamedCase> of(Catalog catalog, String path) {
    CaseName one = CaseName.of(path);
    if (one.variant().isPresent()) {
      Case made = catalog.scenario(one.scenario()).variant(one.variant().get(), Overrides.NONE);
      return List.of(new NamedCase(one.scenario(), made));
    }
    List<NamedCase> cases = new ArrayList<>();
    for (Scenario scenario : catalog.scenariosOf(path)) {
      String name = isShipped(catalog, path, scenario) ? scenario.name() : file(path, scenario);
      scenario.cases().forEach(made -> cases.add(new NamedCase(name, made)));
    }
    return cases;
  }

  /** A user's file may have the same name as a shipped one. */
  private static boolean isShipped(Catalog catalog, String path, Scenario scenario) {
    boolean known =
        catalog.scenarios().contains(scenario.name())
            || catalog.situations().contains(scenario.name());
    return known
        && FilePaths.existing(Path.of(""), path)
            .filter(file -> Files.isDirectory(file) || FilePaths.isPath(path))
            .map(file -> file.toAbsolutePath().normalize())
            .map(file -> file.startsWith(catalog.home().resolve("config")))
            .orElse(true);
  }

  /** The name of a scenario that is not shipped: its file without the extension. */
  private static String file(String path, Scenario scenario) {
    try (Stream<Path> files = Files.walk(Path.of(path))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(scenario.name() + "."))
          .findFirst()
          .map(Path::toString)
          .orElse(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
