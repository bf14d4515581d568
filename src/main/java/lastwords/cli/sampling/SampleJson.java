package lastwords.cli.sampling;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.console.JsonReport;
import lastwords.cli.run.RunJson;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.json.Json;
import lastwords.scenario.Case;

/** A sample as one JSON object. Probabilities are 0 to 1, lengths in ns or choices. */
final class SampleJson {
  private SampleJson() {}

  /**
   * @param judged whether there were expectations to judge by
   */
  static String of(Case made, SampleText text, Tally tally, boolean judged, boolean ok)
      throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("sample"));
      json.writeStringField("scenario", made.scenario());
      json.writeStringField("variant", made.variant());
      json.writeStringField("kernel", made.kernel().name());
      json.writeStringField("machine", made.machine().name());
      json.writeStringField("strategy", text.plan().strategy().toString());
      if (text.plan().guarantee().isPresent()) {
        json.writeNumberField("guarantee", text.plan().guarantee().get());
      }
      json.writeNumberField("runs", tally.runs());
      json.writeNumberField("firstSeed", text.firstSeed());
      if (judged) {
        json.writeStringField("expectations", ok ? "hold" : "fail");
      }
      json.writeStringField("unit", text.plan().timed() ? "ns" : "choices");
      FaultSums.write(json, FaultSums.objects(tally.faults()));
      json.writeArrayFieldStart("outcomes");
      for (Share share : tally.shares()) {
        share(json, share, text, tally.runs());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return out.toString();
  }

  private static void share(JsonGenerator json, Share share, SampleText text, int runs)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("runs", share.runs());
    json.writeNumberField("share", (double) share.runs() / runs);
    json.writeNumberField("low", share.interval().low());
    json.writeNumberField("high", share.interval().high());
    json.writeNumberField("median", share.median());
    json.writeNumberField("p95", share.p95());
    json.writeNumberField("longest", share.longest());
    json.writeNumberField("firstSeed", share.firstSeed());
    json.writeNumberField("slowestSeed", share.slowestSeed());
    json.writeStringField("first", text.again(share.firstSeed()));
    json.writeStringField("slowest", text.again(share.slowestSeed()));
    if (!text.reachable().isEmpty()) {
      json.writeStringField("explored", text.reachable().get(share.outcome().summary()));
    }
    RunJson.outcome(json, share.outcome());
    json.writeEndObject();
  }
}
