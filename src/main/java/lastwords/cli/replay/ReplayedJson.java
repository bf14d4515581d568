package lastwords.cli.replay;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import lastwords.cli.console.JsonReport;
import lastwords.cli.run.RunJson;
import lastwords.engine.recording.Divergence;
import lastwords.engine.recording.Replayed;
import lastwords.json.Json;

/** A replayed recording as one JSON object. */
final class ReplayedJson {
  private ReplayedJson() {}

  static String of(Replayed replayed) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("replay"));
      json.writeStringField("run", replayed.header().machine());
      json.writeStringField("scenario", replayed.header().bundle().scenario());
      json.writeStringField("variant", replayed.header().bundle().variant());
      json.writeStringField("kernel", replayed.header().bundle().kernel());
      json.writeStringField("machine", replayed.header().bundle().machine().name());
      json.writeStringField("clock", replayed.header().clock());
      json.writeNumberField("events", replayed.events());
      json.writeBooleanField("same", replayed.same());
      json.writeBooleanField("complete", replayed.complete());
      RunJson.strings(json, "missing", replayed.missing());
      if (replayed.divergence().isPresent()) {
        divergence(json, replayed.divergence().get());
      }
      if (replayed.recorded().isPresent()) {
        json.writeStringField("recorded", replayed.recorded().get().outcome().summary());
      }
      RunJson.outcome(json, replayed.result().outcome());
      RunJson.consoles(json, replayed.result().consoles());
      RunJson.strings(json, "pstoreRecords", replayed.result().pstoreRecords());
      RunJson.strings(json, "vmcoreDmesg", replayed.result().vmcoreDmesg());
      RunJson.strings(json, "explanation", replayed.result().explanation());
      RunJson.faults(json, replayed.result().ending().faults());
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void divergence(JsonGenerator json, Divergence divergence) throws IOException {
    json.writeObjectFieldStart("divergence");
    json.writeNumberField("event", divergence.event());
    json.writeStringField("part", divergence.part());
    json.writeNumberField("seq", divergence.seq());
    json.writeNumberField("nanos", divergence.nanos());
    json.writeStringField("recorded", divergence.recorded());
    json.writeStringField("came", divergence.came());
    json.writeEndObject();
  }
}
