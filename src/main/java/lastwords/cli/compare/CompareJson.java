package lastwords.cli.compare;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.JsonReport;
import lastwords.cli.run.RunJson;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Comparison.Row;
import lastwords.engine.compare.Seen;
import lastwords.engine.compare.Side;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.RunSpec;
import lastwords.json.Json;

/** A comparison as one JSON object. */
final class CompareJson {
  private CompareJson() {}

  static String of(List<Compared> all, String nameA, String nameB, ComparedFiles files)
      throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("compare"));
      json.writeStringField("a", nameA);
      json.writeStringField("b", nameB);
      json.writeArrayFieldStart("scenarios");
      for (Compared one : all) {
        scenario(json, one, files);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void scenario(JsonGenerator json, Compared one, ComparedFiles files)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("scenario", one.scenario());
    json.writeStringField("variant", one.variant());
    if (one.comparison().isPresent()) {
      comparison(json, one, one.comparison().get(), files);
    } else {
      json.writeStringField("problem", one.problem());
    }
    json.writeEndObject();
  }

  private static void comparison(
      JsonGenerator json, Compared one, Comparison comparison, ComparedFiles files)
      throws IOException {
    json.writeStringField("change", comparison.change().word());
    RunJson.strings(json, "worseIn", comparison.change().worse());
    RunJson.strings(json, "betterIn", comparison.change().better());
    json.writeBooleanField("decided", comparison.decided());
    side(json, "a", one, one.first().orElseThrow(), comparison.before(), files);
    side(json, "b", one, one.second().orElseThrow(), comparison.after(), files);
    json.writeArrayFieldStart("outcomes");
    for (Row row : comparison.rows()) {
      json.writeStartObject();
      json.writeStringField("outcome", row.outcome());
      json.writeStringField("change", row.change());
      json.writeStringField(
          "a", row.before().map(Seen::often).orElse(comparison.before().absent()));
      json.writeStringField("b", row.after().map(Seen::often).orElse(comparison.after().absent()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void side(
      JsonGenerator json, String name, Compared one, OnSide on, Side side, ComparedFiles files)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("kernel", on.made().kernel().name());
    json.writeStringField("machine", on.made().machine().name());
    json.writeStringField("found", side.how());
    json.writeBooleanField("complete", side.complete());
    json.writeArrayFieldStart("outcomes");
    for (Seen seen : side.seen()) {
      json.writeStartObject();
      json.writeStringField("observed", seen.often());
      RunJson.outcome(json, seen.outcome());
      json.writeStringField("run", files.again(one, on, seen));
      if (seen.runSpec() instanceof RunSpec.Scheduled scheduled) {
        RunJson.strings(json, "schedule", Schedule.words(scheduled.schedule()));
      }
      RunJson.strings(json, "explanation", seen.explanation());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
