package lastwords.cli.report;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.cli.console.JsonReport;
import lastwords.json.Json;
import lastwords.json.JsonShape;
import lastwords.kernelc.source.NearestName;

/** Finds results and witnesses in files and folders, and reports those that cannot be used. */
final class ResultFiles {
  private static final long MOST_BYTES = 1L << 30;
  private static final Pattern SCHEMA = Pattern.compile("lastwords/([a-z-]+)/([0-9]+)");
  private static final String PRESENT = "1";

  private final Collection<String> kinds;
  private final List<ResultFile> results = new ArrayList<>();
  private final Set<Path> witnesses = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final Set<Path> seen = new LinkedHashSet<>();

  /**
   * @param kinds of results that can be shown
   */
  ResultFiles(Collection<String> kinds) {
    this.kinds = kinds;
  }

  /** In the order in which they were named; sorted by path within a folder. */
  List<ResultFile> results() {
    return results;
  }

  Collection<Path> witnesses() {
    return witnesses;
  }

  List<String> problems() {
    return problems;
  }

  /** Adds what the user named: a file, a folder, or {@code -} for standard input. */
  void add(String name, InputStream in) throws IOException {
    Path path = Path.of(name);
    if (name.equals("-")) {
      read("standard input", in, true);
    } else if (Files.isDirectory(path)) {
      folder(path);
    } else if (Files.exists(path)) {
      file(path, true);
    } else {
      problems.add(name + ": no such file or folder");
    }
  }

  private void folder(Path folder) throws IOException {
    int before = results.size() + witnesses.size() + problems.size();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      if (file.toString().endsWith(".json") || file.toString().endsWith(".witness")) {
        file(file, false);
      }
    }
    if (results.size() + witnesses.size() + problems.size() == before) {
      problems.add(
          folder + ": has no results; expected files that --json or --out has written (*.json)");
    }
  }

  /**
   * @param named whether the user named this file itself
   */
  private void file(Path file, boolean named) throws IOException {
    if (!seen.add(file.toAbsolutePath().normalize())) {
      return;
    }
    if (file.toString().endsWith(".witness")) {
      witnesses.add(file);
    } else if (Files.size(file) > MOST_BYTES) {
      problems.add(file + ": is larger than " + (MOST_BYTES >> 20) + " MiB");
    } else {
      try (InputStream in = Files.newInputStream(file)) {
        read(file.toString(), in, named);
      } catch (IOException e) {
        problems.add(file + ": cannot be read: " + e.getMessage());
      }
    }
  }

  private void read(String name, InputStream in, boolean named) throws IOException {
    try (MappingIterator<JsonNode> all = Json.mapper().readerFor(JsonNode.class).readValues(in)) {
      if (!all.hasNextValue()) {
        problems.add(name + ":1: has no result; expected one that --json has printed");
        return;
      }
      do {
        result(name, all.nextValue(), named);
      } while (all.hasNextValue());
    } catch (JsonProcessingException e) {
      problems.add(name + place(e.getLocation()) + ": is not JSON: " + message(e));
    } catch (CharConversionException e) {
      problems.add(name + ": is not UTF-8 text");
    }
  }

  private static String place(JsonLocation at) {
    return at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
  }

  private static String message(JsonProcessingException e) {
    return e.getOriginalMessage().lines().findFirst().orElse("");
  }

  private void result(String name, JsonNode json, boolean named) {
    String schema = json.path("schema").asText("");
    Matcher parts = SCHEMA.matcher(schema);
    if (!parts.matches()) {
      if (named || schema.startsWith("lastwords/")) {
        problems.add(
            name + ": is not a result; expected an object with \"schema\": \"lastwords/…\"");
      }
    } else if (!kinds.contains(parts.group(1))) {
      problems.add(name + ": " + schema + unknown(parts.group(1)));
    } else if (!parts.group(2).equals(PRESENT)) {
      problems.add(
          name
              + ": "
              + schema
              + " is of another version of lastwords; this one reads lastwords/"
              + parts.group(1)
              + "/"
              + PRESENT);
    } else {
      presentNames(json);
      List<String> wrong = JsonShape.problems(JsonReport.schemaOf(parts.group(1)), json);
      wrong.forEach(it -> problems.add(name + ": " + schema + ": " + it));
      if (wrong.isEmpty()) {
        results.add(new ResultFile(name, parts.group(1), json));
      }
    }
  }

  private static void presentNames(JsonNode json) {
    if (json.has("impatient") && json instanceof ObjectNode result) {
      result.set("earlyTimeouts", result.remove("impatient"));
    }
  }

  private String unknown(String kind) {
    return " is not shown in a report; it shows "
        + String.join(", ", kinds)
        + NearestName.hint(kind, kinds);
  }
}
