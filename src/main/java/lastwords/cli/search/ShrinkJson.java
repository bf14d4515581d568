package lastwords.cli.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import lastwords.cli.console.JsonReport;
import lastwords.cli.run.RunJson;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.Measure;
import lastwords.engine.witness.Shrinker.Shrunk;
import lastwords.json.Json;
import lastwords.scenario.Case;

/** The result of shrinking, as one JSON object. */
final class ShrinkJson {
  private ShrinkJson() {}

  static String of(OutcomeOptions.Chosen chosen, Shrunk shrunk) throws IOException {
    Case made = chosen.made();
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("shrink"));
      json.writeStringField("scenario", made.scenario());
      json.writeStringField("variant", made.variant());
      RunJson.outcome(json, shrunk.outcome());
      json.writeBooleanField("ownSchedule", chosen.own());
      measure(json, "before", shrunk.before());
      measure(json, "after", shrunk.after());
      json.writeBooleanField("shortest", shrunk.shortest());
      json.writeNumberField("tries", shrunk.tries());
      if (shrunk.reduction().cpus().isPresent()) {
        json.writeNumberField("cpus", shrunk.reduction().cpus().getAsInt());
      }
      RunJson.strings(json, "schedule", Schedule.words(shrunk.runSpec().schedule()));
      if (!shrunk.runSpec().cycle().isEmpty()) {
        RunJson.strings(json, "cycle", Schedule.words(shrunk.runSpec().cycle()));
      }
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void measure(JsonGenerator json, String name, Measure measure) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("choices", measure.choices());
    json.writeNumberField("contextSwitches", measure.switches());
    json.writeNumberField("interrupts", measure.interrupts());
    json.writeNumberField("faults", measure.faults());
    json.writeNumberField("cpus", measure.cpus());
    json.writeNumberField("working", measure.working());
    json.writeEndObject();
  }
}
