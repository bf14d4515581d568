package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A result, as a verb has written it.
 *
 * @param name the file it is from
 * @param kind the verb's: the middle of {@code lastwords/test/1}
 */
public record ResultFile(String name, String kind, JsonNode json) {
  /** The version of the program that wrote it; empty when it does not say. */
  String program() {
    return json.path("program").asText("");
  }
}
