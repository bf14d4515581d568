package lastwords.cli.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.Table;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords sql}. */
@Command(
    name = "sql",
    description = {
      "Queries traces (view step), stories (moment) and results of verbs (result, document).",
      "The database, DuckDB, is fetched by Maven when this is first used: 80 MB."
    },
    sortOptions = false)
public final class SqlCommand implements Callable<Integer> {
  private final Output output;

  @Parameters(index = "0", paramLabel = "QUERY", description = "a statement of SQL")
  private String query = "";

  @Parameters(
      index = "1..*",
      paramLabel = "FILE",
      description = "traces and stories as JSON lines, and what --json prints")
  private List<Path> files = List.of();

  @Option(
      names = "--parquet",
      paramLabel = "OUT",
      description = "writes the rows to that file, as Parquet")
  private Optional<OutputFile> parquet = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public SqlCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    SqlViews views = new SqlViews(files);
    SqlLibrary library = new SqlLibrary(Catalog.standard().home(), System.getenv());
    Path jar = library.fetched(output);
    Path folder = Files.createTempDirectory("lastwords-sql-");
    try (DuckDb db = DuckDb.open(jar)) {
      views.create(db, folder);
      db.query(statement()).ifPresent(this::show);
      return ExitCode.OK;
    } catch (SQLException e) {
      throw new ScenarioException(complaint(e, views));
    } finally {
      delete(folder);
    }
  }

  private String statement() {
    String plain = query.strip().replaceFirst(";\\s*$", "");
    return parquet
        .map(it -> "copy (" + plain + ") to " + SqlViews.quoted(it.path()) + " (format parquet)")
        .orElse(plain);
  }

  private static List<String> complaint(SQLException e, SqlViews views) {
    String message = String.valueOf(e.getMessage()).strip();
    boolean unknown = message.contains("does not exist") && message.startsWith("Catalog Error");
    if (unknown && views.known().isEmpty()) {
      return List.of("no FILE was given, so there are no views: add a trace, a story or a result");
    }
    return Stream.concat(
            message.lines(), unknown ? Stream.of("views: " + views.known()) : Stream.empty())
        .filter(it -> !it.isBlank())
        .toList();
  }

  private void show(DuckDb.Rows rows) {
    if (parquet.isPresent()) {
      return; // only their number is printed
    }
    if (json) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("columns", rows.columns());
      document.put("rows", rows.rows().stream().map(SqlCommand::plain).toList());
      output.out().println(JsonReport.document("sql", document));
      return;
    }
    Table table = new Table(rows.columns().toArray(String[]::new));
    rows.rows().forEach(row -> table.row(row.stream().map(String::valueOf).toArray(String[]::new)));
    table.print(output);
  }

  /** Numbers and booleans as they are, everything else as text. */
  private static List<Object> plain(List<Object> row) {
    return row.stream()
        .map(it -> it instanceof Number || it instanceof Boolean ? it : it.toString())
        .toList();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
