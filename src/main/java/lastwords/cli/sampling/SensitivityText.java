package lastwords.cli.sampling;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lastwords.cli.console.JsonReport;
import lastwords.cli.run.RunJson;
import lastwords.engine.sample.Interval;
import lastwords.json.Json;
import lastwords.scenario.Case;

/** A sensitivity as text: a table that is also a plot, CSV, JSON. */
final class SensitivityText {
  private static final int BAR = 50; // characters that represent all runs
  private static final int LETTERED = 35; // outcomes with a character of their own
  private static final double NANOS_A_MILLI = 1e6;

  private final Case made;
  private final String over;
  private final Sensitivity result;

  SensitivityText(Case made, String over, Sensitivity result) {
    this.made = made;
    this.over = over;
    this.result = result;
  }

  String title() {
    String variant = made.variant().equals("default") ? "" : " (" + made.variant() + ")";
    return made.scenario()
        + variant
        + ", kernel "
        + made.kernel().name()
        + ", machine "
        + made.machine().name();
  }

  String report() {
    StringBuilder text = new StringBuilder(title() + ": over the moment of the " + over + "\n");
    for (int i = 0; i < result.outcomes().size(); i++) {
      text.append("  ").append(mark(i)).append("  ").append(result.outcomes().get(i)).append('\n');
    }
    for (int cpu : result.cpus()) {
      text.append("\n").append(over).append(" on cpu").append(cpu).append('\n');
      result.of(cpu).forEach(point -> text.append(line(point)).append('\n'));
    }
    return text.toString();
  }

  private String line(Sensitivity.Point point) {
    StringBuilder bar = new StringBuilder();
    int before = 0;
    List<String> shares = new ArrayList<>();
    for (int i = 0; i < point.counts().size(); i++) {
      before += point.counts().get(i);
      int end = Math.round((float) BAR * before / point.runs());
      bar.append(String.valueOf(mark(i)).repeat(Math.max(0, end - bar.length())));
      if (point.counts().get(i) > 0) {
        shares.add(mark(i) + " " + percent(point.share(i)));
      }
    }
    return String.format(Locale.ROOT, "%12s |%s| ", millis(point.nanos()) + " ms", bar)
        + String.join(", ", shares)
        + fired(point);
  }

  /** A run that is over before the moment has no fault. */
  private String fired(Sensitivity.Point point) {
    boolean all = !ofFaults() || point.fired() == point.runs();
    String often = point.fired() == 0 ? "never" : "in " + point.fired() + " of " + point.runs();
    return all ? "" : "; the fault fired " + often;
  }

  private boolean ofFaults() {
    return over.equals(SensitivityCommand.Over.FAULT.toString());
  }

  private static char mark(int outcome) {
    return outcome < LETTERED ? Character.forDigit(outcome + 1, Character.MAX_RADIX) : '+';
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / NANOS_A_MILLI);
  }

  String csv() {
    StringBuilder text = new StringBuilder("cpu,nanos,outcome,runs,of,share,low,high\n");
    for (Sensitivity.Point point : result.points()) {
      for (int i = 0; i < point.counts().size(); i++) {
        Interval interval = point.interval(i);
        text.append(
            String.format(
                Locale.ROOT,
                "%d,%d,\"%s\",%d,%d,%.5f,%.5f,%.5f%n",
                point.cpu(),
                point.nanos(),
                result.outcomes().get(i),
                point.counts().get(i),
                point.runs(),
                point.share(i),
                interval.low(),
                interval.high()));
      }
    }
    return text.toString();
  }

  String json() throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("sensitivity"));
      json.writeStringField("scenario", made.scenario());
      json.writeStringField("variant", made.variant());
      json.writeStringField("over", over);
      RunJson.strings(json, "outcomes", result.outcomes());
      json.writeArrayFieldStart("points");
      for (Sensitivity.Point point : result.points()) {
        point(json, point);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private void point(JsonGenerator json, Sensitivity.Point point) throws IOException {
    json.writeStartObject();
    json.writeNumberField("cpu", point.cpu());
    json.writeNumberField("nanos", point.nanos());
    json.writeNumberField("runs", point.runs());
    if (ofFaults()) {
      json.writeNumberField("fired", point.fired());
    }
    json.writeArrayFieldStart("counts");
    for (int count : point.counts()) {
      json.writeNumber(count);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
