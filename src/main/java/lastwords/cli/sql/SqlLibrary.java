package lastwords.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lastwords.cli.console.Output;
import lastwords.scenario.hocon.ScenarioException;

/**
 * DuckDB, which is not part of the program: 80 MB that only this verb needs. Maven downloads it,
 * once, into a folder of the user.
 */
final class SqlLibrary {
  /** Names the folder with the library. */
  static final String VARIABLE = "LASTWORDS_SQL_LIB";

  private static final String VERSION = "2.0.0.1";
  private static final String ARTIFACT = "org.duckdb:duckdb_jdbc:" + VERSION;
  private static final String JAR = "duckdb_jdbc-" + VERSION + ".jar";
  private static final String COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy";

  private final Path home;
  private final Map<String, String> environment;

  /**
   * @param home the program's folder, which contains {@code deploy/mvnw}
   */
  SqlLibrary(Path home, Map<String, String> environment) {
    this.home = home;
    this.environment = Map.copyOf(environment);
  }

  /** Where the library is, or will be. */
  Path jar() {
    return folder().resolve(JAR);
  }

  private Path folder() {
    String chosen = environment.getOrDefault(VARIABLE, "");
    if (!chosen.isEmpty()) {
      return Path.of(chosen);
    }
    Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    Path user = Path.of(System.getProperty("user.home"));
    return (cache.isAbsolute() ? cache : user.resolve(".cache")).resolve("lastwords/lib-sql");
  }

  /** The library, downloaded if missing. */
  Path fetched(Output output) throws IOException {
    if (Files.isRegularFile(jar())) {
      return jar();
    }
    output.complain("fetching DuckDB " + VERSION + " (80 MB), once, into " + folder());
    Path log = Files.createTempFile("lastwords-sql-", ".log");
    try {
      int code = maven(log);
      if (code != 0 || !Files.isRegularFile(jar())) {
        throw new ScenarioException(missing(Files.readAllLines(log)));
      }
      return jar();
    } finally {
      Files.deleteIfExists(log);
    }
  }

  private int maven(Path log) throws IOException {
    List<String> maven =
        onPath("mvn").map(List::of).orElse(List.of("sh", home.resolve("deploy/mvnw").toString()));
    List<String> command = Stream.concat(maven.stream(), arguments().stream()).toList();
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start()
          .waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the library was not fetched: interrupted", e);
    }
  }

  private List<String> arguments() {
    return List.of(
        "-q",
        "-B",
        COPY,
        "-Dartifact=" + ARTIFACT,
        "-DoutputDirectory=" + folder().toAbsolutePath());
  }

  private Optional<String> onPath(String program) {
    return Stream.of(environment.getOrDefault("PATH", "").split(":"))
        .map(it -> Path.of(it, program))
        .filter(Files::isExecutable)
        .map(Path::toString)
        .findFirst();
  }

  private List<String> missing(List<String> log) {
    String why =
        log.stream()
            .filter(it -> it.startsWith("[ERROR]"))
            .findFirst()
            .or(() -> log.stream().reduce((first, last) -> last))
            .orElse("Maven said nothing");
    return List.of(
        "sql needs DuckDB (" + ARTIFACT + "), which could not be fetched: " + why,
        "  without a network, put " + JAR + " from elsewhere into " + folder(),
        "  or into a folder that " + VARIABLE + " names; Maven gets it by",
        "  mvn " + String.join(" ", arguments()));
  }
}
