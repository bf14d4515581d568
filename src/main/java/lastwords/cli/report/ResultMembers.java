package lastwords.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cli.report.block.Block;
import lastwords.kernelc.source.Wording;
import lastwords.outcome.CpuRanges;
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
    Set<Integer> cpus = new TreeSet<>();
    outcome.path("notStopped").fieldNames().forEachRemaining(it -> cpus.add(number(it)));
    List<String> unmet = texts(outcome, "unmet");
    return text(outcome, "end")
        + after(" at ", text(outcome, "at"))
        + after(" in ", text(outcome, "in"))
        + ", console "
        + text(outcome, "console")
        + ", pstore "
        + text(outcome, "pstore")
        + ", kdump "
        + text(outcome, "kdump")
        + (cpus.isEmpty() ? "" : ", not stopped [" + CpuRanges.of(cpus, ", ", 3) + "]")
        + (unmet.isEmpty() ? "" : ", unmet: " + String.join("; ", unmet));
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
  }

  private static String after(String words, String text) {
    return text.isEmpty() ? "" : words + text;
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
