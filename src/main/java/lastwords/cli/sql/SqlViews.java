package lastwords.cli.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lastwords.cli.witness.WitnessFiles;
import lastwords.engine.recording.RecordingReader;
import lastwords.engine.witness.WitnessText;
import lastwords.json.Json;
import lastwords.scenario.hocon.ScenarioException;

/** Files as views: {@code step}, {@code moment}, {@code result} and {@code document}. */
final class SqlViews {
  private static final String STEP =
      """
      create view step as select seq, ns, cpu, context, coalesce(irqsOff, false) as irqs_off,
        "function", file as source, line, op, target, argument, result, filename as file
      from read_json([%s], format = 'newline_delimited', filename = true, columns = {
        seq: 'bigint', ns: 'bigint', cpu: 'integer', context: 'varchar', irqsOff: 'boolean',
        "function": 'varchar', file: 'varchar', line: 'integer', op: 'varchar', target: 'varchar',
        argument: 'varchar', result: 'varchar'})
      where seq is not null
      """;
  private static final String MOMENT =
      """
      create view moment as select seq, ns, cpu, context, kind, subject, text, "function", place,
        times, untilNs as until_ns, filename as file
      from read_json([%s], format = 'newline_delimited', filename = true, columns = {
        seq: 'bigint', ns: 'bigint', cpu: 'integer', context: 'varchar', kind: 'varchar',
        subject: 'varchar', text: 'varchar', "function": 'varchar', place: 'varchar',
        times: 'integer', untilNs: 'bigint'})
      where seq is not null
      """;

  private final List<Path> traces = new ArrayList<>();
  private final List<Path> stories = new ArrayList<>();
  private final ResultRows results = new ResultRows();

  /** Sorts files by their content. */
  SqlViews(List<Path> files) throws IOException {
    for (Path file : files) {
      add(file);
    }
  }

  private void add(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new ScenarioException(List.of(file + " is a folder, not a file"));
    }
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString());
    }
    String first = WitnessFiles.firstLine(file);
    if (!first.startsWith("{")) {
      throw new ScenarioException(List.of(file + noRows(file, first)));
    }
    if (first.startsWith("{\"seq\":")) {
      (first.contains("\"kind\":") ? stories : traces).add(file);
    } else {
      results.add(file);
    }
  }

  /** Points to convert only for files that it can read. */
  private static String noRows(Path file, String first) throws IOException {
    String expected = "expected a trace as JSON lines, or what --json prints";
    if (first.equals(WitnessText.FIRST_LINE) || RecordingReader.begins(first)) {
      return ": " + expected + "; lastwords convert " + file + " x.jsonl makes a trace of it";
    }
    return (Files.size(file) == 0 ? ": is empty; " : ": ") + expected;
  }

  /**
   * Creates the views for which there are files.
   *
   * @param folder for its own files
   */
  void create(DuckDb db, Path folder) throws IOException, SQLException {
    if (!traces.isEmpty()) {
      db.run(String.format(Locale.ROOT, STEP, names(traces)));
    }
    if (!stories.isEmpty()) {
      db.run(String.format(Locale.ROOT, MOMENT, names(stories)));
    }
    if (!results.isEmpty()) {
      String columns =
          ResultRows.COLUMNS.stream()
              .map(it -> "\"" + it.replace(" ", "\": '") + "'")
              .collect(Collectors.joining(", "));
      view(db, "result", columns, write(folder.resolve("result.jsonl"), results.rows()));
      Path documents = write(folder.resolve("document.jsonl"), results.documents());
      view(db, "document", "file: 'varchar', verb: 'varchar', json: 'json'", documents);
    }
  }

  private static void view(DuckDb db, String name, String columns, Path file) throws SQLException {
    db.run(
        "create table "
            + name
            + " as select * from read_json("
            + quoted(file)
            + ", format = 'newline_delimited', columns = {"
            + columns
            + "})");
  }

  private static Path write(Path file, List<ObjectNode> rows) throws IOException {
    return Files.write(file, rows.stream().map(Json::of).toList());
  }

  private static String names(List<Path> files) {
    return files.stream().map(SqlViews::quoted).collect(Collectors.joining(", "));
  }

  static String quoted(Path file) {
    return "'" + file.toString().replace("'", "''") + "'";
  }

  /** The existing views, for a message. */
  String known() {
    List<String> names = new ArrayList<>();
    if (!traces.isEmpty()) {
      names.add("step");
    }
    if (!stories.isEmpty()) {
      names.add("moment");
    }
    if (!results.isEmpty()) {
      names.add("result");
      names.add("document");
    }
    return String.join(", ", names);
  }
}
