package lastwords.cli.run;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import lastwords.cli.cases.RunCase;
import lastwords.cli.console.JsonReport;
import lastwords.engine.RunResult;
import lastwords.json.Json;
import lastwords.outcome.FaultCount;
import lastwords.outcome.NotifierRun;
import lastwords.outcome.Outcome;

/** A run as one JSON object. */
public final class RunJson {
  private RunJson() {}

  public static String of(RunCase run, RunResult result) throws IOException {
    return of(run, result, Collections.emptySortedMap());
  }

  /**
   * @param more additional members, each a list of lines
   */
  public static String of(RunCase run, RunResult result, SortedMap<String, List<String>> more)
      throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("run"));
      json.writeStringField("scenario", run.scenario());
      json.writeStringField("variant", run.variant());
      json.writeStringField("kernel", run.kernel());
      json.writeStringField("machine", run.machine());
      json.writeNumberField("seed", run.seed());
      json.writeNumberField("steps", result.steps());
      json.writeNumberField("virtualNanos", result.virtualNanos());
      outcome(json, result.outcome());
      consoles(json, result.consoles());
      strings(json, "pstoreRecords", result.pstoreRecords());
      strings(json, "vmcoreDmesg", result.vmcoreDmesg());
      strings(json, "dumps", result.dumps());
      strings(json, "explanation", result.explanation());
      notifiers(json, result.notifiers());
      faults(json, result.ending().faults());
      for (Map.Entry<String, List<String>> lines : more.entrySet()) {
        strings(json, lines.getKey(), lines.getValue());
      }
      json.writeEndObject();
    }
    return text.toString();
  }

  public static void outcome(JsonGenerator json, Outcome outcome) throws IOException {
    json.writeObjectFieldStart("outcome");
    json.writeStringField("end", outcome.end().word());
    json.writeStringField("at", outcome.at());
    json.writeStringField("in", outcome.in());
    json.writeStringField("console", outcome.console().word());
    json.writeStringField("pstore", outcome.pstore().word());
    json.writeStringField("kdump", outcome.kdump().word());
    json.writeObjectFieldStart("notStopped");
    for (Map.Entry<Integer, String> cpu : outcome.notStopped().entrySet()) {
      json.writeStringField(cpu.getKey().toString(), cpu.getValue());
    }
    json.writeEndObject();
    strings(json, "unmet", outcome.unmet());
    json.writeEndObject();
  }

  private static void notifiers(JsonGenerator json, List<NotifierRun> runs) throws IOException {
    json.writeArrayFieldStart("notifiers");
    for (NotifierRun run : runs) {
      json.writeStartObject();
      json.writeStringField("name", run.name());
      json.writeNumberField("nanos", run.nanos());
      json.writeBooleanField("over", run.over());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void faults(JsonGenerator json, List<FaultCount> faults) throws IOException {
    json.writeArrayFieldStart("faults");
    for (FaultCount fault : faults) {
      json.writeStartObject();
      json.writeNumberField("id", fault.id());
      json.writeStringField("text", fault.text());
      json.writeNumberField("fired", fault.fired());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  public static void consoles(JsonGenerator json, SortedMap<String, List<String>> consoles)
      throws IOException {
    json.writeObjectFieldStart("consoles");
    for (Map.Entry<String, List<String>> console : consoles.entrySet()) {
      strings(json, console.getKey(), console.getValue());
    }
    json.writeEndObject();
  }

  public static void strings(JsonGenerator json, String name, List<String> lines)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String line : lines) {
      json.writeString(line);
    }
    json.writeEndArray();
  }
}
