package lastwords.cli.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.engine.recording.ProgramVersion;
import lastwords.json.Json;
import picocli.CommandLine.Option;

/**
 * The folder in which a verb keeps its result for a report. A result replaces an earlier one of the
 * same case.
 */
public final class ResultFolder {
  private static final int LONGEST = 120; // of a file name, in characters

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "writes the result (JSON) and its runs (witnesses) to that folder, for report")
  private Optional<OutputFolder> folder = Optional.empty();

  /** Was a folder given? */
  public boolean given() {
    return folder.isPresent();
  }

  /**
   * Writes a result, with the program's version, if there is a folder.
   *
   * @param name identifies the result: the verb and its arguments
   * @param json the output of --json
   */
  public void write(List<String> name, String json) throws IOException {
    if (folder.isPresent()) {
      Files.createDirectories(folder.get().path());
      Path file = folder.get().path().resolve(fileName(name) + ".json");
      new OutputFile(file).write(versioned(json) + "\n");
    }
  }

  /**
   * The folder for the witnesses of a result, if there is one; those of an earlier result are
   * deleted.
   */
  public Optional<Path> witnesses(List<String> name) throws IOException {
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    Path witnesses = folder.get().path().resolve(fileName(name));
    Files.createDirectories(witnesses);
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(witnesses, "*.witness")) {
      for (Path file : earlier) {
        Files.delete(file);
      }
    }
    return Optional.of(witnesses);
  }

  private static String fileName(List<String> words) {
    String text = String.join("-", words);
    String name = text.replaceAll("[^A-Za-z0-9_.+=]+", "-").replaceAll("^[.-]+|-$", "");
    return name.length() <= LONGEST
        ? name
        : name.substring(0, LONGEST) + "-" + Integer.toHexString(text.hashCode());
  }

  private static String versioned(String json) throws IOException {
    JsonNode document = Json.mapper().readTree(json);
    if (document instanceof ObjectNode object) {
      object.put("program", ProgramVersion.text());
    }
    return Json.pretty(document);
  }
}
