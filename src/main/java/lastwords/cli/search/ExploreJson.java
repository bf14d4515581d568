package lastwords.cli.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.FaultSums;
import lastwords.cli.console.JsonReport;
import lastwords.cli.run.RunJson;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.model.Action;
import lastwords.json.Json;
import lastwords.scenario.Case;

/** An exploration as one JSON object. */
final class ExploreJson {
  private ExploreJson() {}

  /**
   * @param again the command that repeats the exploration
   */
  static String of(CaseResult result, boolean earlyTimeouts, String again) throws IOException {
    Case made = result.made();
    Exploration found = result.exploration().orElseThrow();
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("explore"));
      json.writeStringField("scenario", made.scenario());
      json.writeStringField("variant", made.variant());
      json.writeStringField("kernel", made.kernel().name());
      json.writeStringField("machine", made.machine().name());
      json.writeBooleanField("earlyTimeouts", earlyTimeouts);
      json.writeStringField("again", again);
      json.writeStringField("end", found.end().word());
      json.writeNumberField("states", found.states());
      json.writeNumberField("transitions", found.transitions());
      json.writeNumberField("depth", found.depth());
      json.writeNumberField("doomed", found.doomed());
      json.writeNumberField("collision", found.collision());
      json.writeStringField("alike", found.alike());
      if (!made.expectations().isEmpty()) {
        json.writeStringField("expectations", result.claims().word());
      }
      FaultSums.write(json, FaultSums.objects(result));
      json.writeArrayFieldStart("outcomes");
      for (Finding finding : found.findings()) {
        finding(json, made, finding);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void finding(JsonGenerator json, Case made, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("observed", ExploreReport.observed(finding));
    if (!made.expectations().isEmpty()) {
      String expected = ExploreReport.expected(made.expectations(), finding.outcome());
      json.writeStringField("expected", expected);
    }
    json.writeNumberField("states", finding.states());
    RunJson.outcome(json, finding.outcome());
    RunJson.consoles(json, finding.run().consoles());
    RunJson.strings(json, "pstoreRecords", finding.run().pstoreRecords());
    RunJson.strings(json, "vmcoreDmesg", finding.run().vmcoreDmesg());
    RunJson.strings(json, "explanation", finding.run().explanation());
    RunJson.strings(json, "witness", finding.witness().stream().map(Action::text).toList());
    if (!finding.cycle().isEmpty()) {
      RunJson.strings(json, "cycle", finding.cycle().stream().map(Action::text).toList());
    }
    json.writeEndObject();
  }
}
