package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Severity;
import lastwords.kernelc.source.Wording;
import lastwords.outcome.Outcome;
import lastwords.outcome.OutcomeWords;
import lastwords.scenario.Scenario;

/**
 * Reads members of results. A missing member is read as empty: an earlier version may have written
 * the result.
 */
final class ResultMembers {
  private ResultMembers() {}

  static String text(JsonNode object, String name) {
    return object.path(name).asText("");
  }

  static List<String> texts(JsonNode object, String name) {
    List<String> texts = new ArrayList<>();
    object.path(name).forEach(it -> texts.add(it.asText()));
    return texts;
  }

  static List<JsonNode> objects(JsonNode object, String name) {
    List<JsonNode> objects = new ArrayList<>();
    object.path(name).forEach(objects::add);
    return objects;
  }

  /** The name of the case: {@code SCENARIO:VARIANT}. */
  static String caseName(JsonNode object) {
    String variant = text(object, "variant");
    boolean plain = variant.isEmpty() || variant.equals(Scenario.DEFAULT);
    return text(object, "scenario") + (plain ? "" : ":" + variant);
  }

  /** With kernel and machine. */
  static String caseTitle(JsonNode object) {
    return caseTitle(object, object);
  }

  /** With the kernel and machine of one side. */
  static String caseTitle(JsonNode object, JsonNode side) {
    return caseName(object)
        + ", kernel "
        + text(side, "kernel")
        + ", machine "
        + text(side, "machine");
  }

  /** The outcome's summary, from its words. */
  static String outcome(JsonNode object) {
    JsonNode outcome = object.path("outcome");
    if (!outcome.isObject()) {
      return outcome.asText("");
    }
    return words(outcome).map(it -> summary(outcome, it)).orElse("an outcome of a later version");
  }

  private static String summary(JsonNode outcome, OutcomeWords words) {
    SortedMap<Integer, String> cpus = new TreeMap<>();
    outcome.path("notStopped").fieldNames().forEachRemaining(it -> cpus.put(number(it), ""));
    return new Outcome(
            words.end(),
            text(outcome, "at"),
            text(outcome, "in"),
            words.console(),
            words.pstore(),
            words.kdump(),
            cpus,
            texts(outcome, "unmet"))
        .summary();
  }

  private static Optional<OutcomeWords> words(JsonNode outcome) {
    return OutcomeWords.of(
        text(outcome, "end"),
        text(outcome, "console"),
        text(outcome, "pstore"),
        text(outcome, "kdump"));
  }

  /** How bad the outcome is, from its words; from its summary if a result has nothing else. */
  static Severity severity(JsonNode object) {
    JsonNode outcome = object.path("outcome");
    return Severity.of(outcome.isObject() ? words(outcome) : OutcomeWords.in(outcome.asText("")));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }

  /** An outcome's reasons, and how to repeat it. */
  static List<Block> reasons(String title, JsonNode object, String again) {
    List<Block> blocks = new ArrayList<>();
    List<String> explanation = texts(object, "explanation");
    if (!title.isEmpty() || !explanation.isEmpty()) {
      blocks.add(new Block.Quote(title, explanation));
    }
    if (!again.isEmpty()) {
      blocks.add(new Block.Again(again));
    }
    return blocks;
  }

  /** A number and what it counts: {@code 1 state}. */
  static String count(JsonNode of, String member, String thing) {
    return Wording.count(of.path(member).asLong(), thing);
  }
}
