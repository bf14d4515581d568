package lastwords.cli.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.json.Json;
import lastwords.scenario.hocon.ScenarioException;

/** The outcomes in the output of verbs with {@code --json}: a row for each. */
final class ResultRows {
  /** The names of the columns and their types. */
  static final List<String> COLUMNS =
      List.of(
          "file varchar",
          "verb varchar",
          "scenario varchar",
          "variant varchar",
          "kernel varchar",
          "machine varchar",
          "seed bigint",
          "ending varchar",
          "place varchar",
          "in_function varchar",
          "console varchar",
          "pstore varchar",
          "kdump varchar",
          "not_stopped varchar",
          "observed varchar",
          "expected varchar",
          "runs bigint",
          "share double",
          "states bigint",
          "steps bigint",
          "ns bigint");

  private static final Pattern SUMMARY =
      Pattern.compile(
          "(?<end>[\\w-]+)(?: at (?<at>\\S+?))?(?: in (?<in>\\S+?))?, console (?<console>[^,]+),"
              + " pstore (?<pstore>[^,]+), kdump (?<kdump>[^,]+)(?:, not stopped \\[(?<cpus>.*?)\\])?.*");

  /** Words of an outcome, and their columns: two of the words are reserved in SQL. */
  private static final SortedMap<String, String> WORDS =
      new TreeMap<>(
          Map.of(
              "end", "ending",
              "at", "place",
              "in", "in_function",
              "console", "console",
              "pstore", "pstore",
              "kdump", "kdump"));

  private final List<ObjectNode> rows = new ArrayList<>();
  private final List<ObjectNode> documents = new ArrayList<>();

  /** Reads a file with one object or many. */
  void add(Path file) throws IOException {
    try (MappingIterator<JsonNode> objects =
        Json.mapper().readerFor(JsonNode.class).readValues(Files.newBufferedReader(file))) {
      while (objects.hasNext()) {
        add(file, objects.next());
      }
    } catch (RuntimeException | JsonProcessingException e) {
      throw new ScenarioException(
          List.of(file + ": expected a trace, or what --json prints: " + firstLine(e)));
    }
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private void add(Path file, JsonNode object) {
    String verb = object.path("schema").asText().replaceAll("^lastwords/|/\\d+$", "");
    documents.add(row(file, verb).set("json", object));
    switch (verb) {
      case "run" -> rows.add(run(file, verb, object));
      case "explore", "sample" ->
          object.path("outcomes").forEach(it -> rows.add(outcome(file, verb, object, it)));
      case "test" -> object.path("results").forEach(it -> tested(file, verb, it));
      default -> {
        // the document is all there is
      }
    }
  }

  private static ObjectNode row(Path file, String verb) {
    return Json.mapper().createObjectNode().put("file", file.toString()).put("verb", verb);
  }

  private static ObjectNode ofCase(Path file, String verb, JsonNode object) {
    ObjectNode row = row(file, verb);
    for (String name : List.of("scenario", "variant", "kernel", "machine")) {
      copy(object, name, row, name);
    }
    return row;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.hasNonNull(name)) {
      to.set(as, from.get(name));
    }
  }

  private static ObjectNode run(Path file, String verb, JsonNode object) {
    ObjectNode row = ofCase(file, verb, object);
    copy(object, "seed", row, "seed");
    copy(object, "steps", row, "steps");
    copy(object, "virtualNanos", row, "ns");
    words(object.path("outcome"), row);
    return row;
  }

  private static ObjectNode outcome(Path file, String verb, JsonNode object, JsonNode outcome) {
    ObjectNode row = ofCase(file, verb, object);
    copy(outcome, "observed", row, "observed");
    copy(outcome, "expected", row, "expected");
    copy(outcome, "runs", row, "runs");
    copy(outcome, "share", row, "share");
    copy(outcome, "states", row, "states");
    copy(outcome, "firstSeed", row, "seed");
    words(outcome.path("outcome"), row);
    return row;
  }

  private void tested(Path file, String verb, JsonNode result) {
    for (JsonNode outcome : result.path("outcomes")) {
      ObjectNode row = ofCase(file, verb, result);
      copy(outcome, "seen", row, "observed");
      row.put("expected", outcome.path("allowed").asBoolean() ? "allowed" : "unexpected");
      Matcher summary = SUMMARY.matcher(outcome.path("outcome").asText());
      if (summary.matches()) {
        WORDS.forEach((word, column) -> row.put(column, group(summary, word)));
        row.put("not_stopped", group(summary, "cpus"));
      }
      rows.add(row);
    }
  }

  private static String group(Matcher summary, String name) {
    return summary.group(name) == null ? "" : summary.group(name);
  }

  private static void words(JsonNode outcome, ObjectNode row) {
    WORDS.forEach((word, column) -> copy(outcome, word, row, column));
    List<String> cpus = new ArrayList<>();
    outcome.path("notStopped").fieldNames().forEachRemaining(cpus::add);
    row.put("not_stopped", String.join(", ", cpus));
  }

  boolean isEmpty() {
    return documents.isEmpty();
  }

  List<ObjectNode> rows() {
    return rows;
  }

  List<ObjectNode> documents() {
    return documents;
  }
}
