package lastwords.cli.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.Progress;
import lastwords.cli.console.Table;
import lastwords.cli.run.RunJson;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.stops.StopPoint;
import lastwords.engine.stops.StopPoints;
import lastwords.json.Json;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords where-can-it-stop}. */
@Command(
    name = "where-can-it-stop",
    description = {
      "Shows, for each place where a CPU can be stopped, how the panic then ends.",
      "The CPU is stopped by an interrupt, an NMI or (with --stall) a fault."
    },
    sortOptions = false)
public final class WhereCanItStopCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private CaseOptions options;

  @Option(
      names = "--cpu",
      paramLabel = "N",
      description = "the CPU that is stopped; default: ${DEFAULT-VALUE}")
  private int cpu = 1;

  @Option(names = "--stall", description = "the CPU may also stall for ever at any point")
  private boolean stall;

  @Option(
      names = "--early-timeouts",
      description = "timed waits may end at any time, as on an overloaded host")
  private boolean earlyTimeouts;

  @Option(names = "--csv", paramLabel = "FILE", description = "writes the table as CSV")
  private Optional<OutputFile> csv = Optional.empty();

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public WhereCanItStopCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Case made = options.find(Catalog.standard(), output);
    OptionRange.check("--cpu", cpu, 0, made.machine().cpus() - 1);
    StopPoints points = new StopPoints(cpu);
    Setup setup = made.setup();
    try (Interrupt interrupt = new Interrupt()) {
      Exploration found = explore(setup, made.checkMethod().earlyTimeouts(), points);
      boolean interrupted = interrupt.requested();
      show(made, found, points);
      if (csv.isPresent()) {
        csv.get().write(csv(points));
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private Exploration explore(Setup setup, boolean hurried, StopPoints points) {
    Search search =
        Search.DEFAULT
            .withEarlyTimeouts(earlyTimeouts || hurried)
            .withReduced(false)
            .withBudget(stall ? Budget.stall(cpu) : Budget.NONE);
    try (Progress progress = new Progress(output)) {
      return Explorer.explore(setup, search, progress::states, points);
    }
  }

  private void show(Case made, Exploration found, StopPoints points) throws IOException {
    if (json) {
      output.out().println(json(made, found, points));
      return;
    }
    String variant = made.variant().equals("default") ? "" : " (" + made.variant() + ")";
    String kernel = ", kernel " + made.kernel().name() + ", machine " + made.machine().name();
    output.text(made.scenario() + variant + kernel + ": where cpu" + cpu + " stops");
    Table table = new Table("in", "holds", "takes", "by", "states", "then");
    points.rows().forEach(row -> rows(table, row));
    table.print(output);
    output.out().println();
    String end = found.end().word();
    output.text(Wording.count(found.states(), "state") + ", " + end);
    if (!found.exhausted()) {
      output.text(output.red("there may be more places and more outcomes"));
    }
  }

  private static void rows(Table table, Map.Entry<StopPoint, SortedMap<String, Integer>> row) {
    String[] cells = cells(row.getKey());
    for (Map.Entry<String, Integer> outcome : row.getValue().entrySet()) {
      String states = Integer.toString(outcome.getValue());
      table.row(cells[0], cells[1], cells[2], cells[3], states, outcome.getKey());
      cells = new String[] {"", "", "", ""};
    }
  }

  /** Function, locks, awaited lock, and what stops it. */
  private static String[] cells(StopPoint point) {
    boolean stopped = point.by() != StopPoint.By.NOTHING;
    String function = point.function().isEmpty() ? "(idle)" : point.function() + "()";
    return new String[] {
      stopped ? function : "(it is not stopped)",
      String.join(" ", point.holds()),
      point.waitsFor(),
      stopped ? point.by().name().toLowerCase(Locale.ROOT) : "-"
    };
  }

  private static String csv(StopPoints points) {
    List<String> lines = new ArrayList<>(List.of("function,holds,takes,by,states,outcome"));
    for (Map.Entry<StopPoint, SortedMap<String, Integer>> row : points.rows()) {
      StopPoint point = row.getKey();
      String by = point.by().name().toLowerCase(Locale.ROOT);
      String place =
          String.join(",", point.function(), String.join(" ", point.holds()), point.waitsFor(), by);
      row.getValue()
          .forEach((outcome, states) -> lines.add(place + "," + states + ",\"" + outcome + "\""));
    }
    return String.join("\n", lines) + "\n";
  }

  private String json(Case made, Exploration found, StopPoints points) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = Json.mapper().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeStringField("schema", JsonReport.schema("where-can-it-stop"));
      json.writeStringField("scenario", made.scenario());
      json.writeStringField("variant", made.variant());
      json.writeNumberField("cpu", cpu);
      json.writeStringField("end", found.end().word());
      json.writeNumberField("states", found.states());
      json.writeArrayFieldStart("points");
      for (Map.Entry<StopPoint, SortedMap<String, Integer>> row : points.rows()) {
        point(json, row);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void point(
      JsonGenerator json, Map.Entry<StopPoint, SortedMap<String, Integer>> row) throws IOException {
    StopPoint point = row.getKey();
    json.writeStartObject();
    json.writeStringField("function", point.function());
    RunJson.strings(json, "holds", point.holds());
    json.writeStringField("takes", point.waitsFor());
    json.writeStringField("by", point.by().name().toLowerCase(Locale.ROOT));
    json.writeObjectFieldStart("outcomes");
    for (Map.Entry<String, Integer> outcome : row.getValue().entrySet()) {
      json.writeNumberField(outcome.getKey(), outcome.getValue());
    }
    json.writeEndObject();
    json.writeEndObject();
  }
}
