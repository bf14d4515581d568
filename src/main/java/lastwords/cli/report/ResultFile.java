package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A result written by a verb.
 *
 * @param name its file
 * @param kind of the verb: the middle of {@code lastwords/test/1}
 */
public record ResultFile(String name, String kind, JsonNode json) {
  /** The version of the program that wrote it; empty if it is not given. */
  String program() {
    return json.path("program").asText("");
  }
}
