package lastwords.cli.search;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.JsonReport;
import lastwords.cli.console.Output;
import lastwords.cli.console.Progress;
import lastwords.cli.run.RunJson;
import lastwords.engine.walk.Schedule;
import lastwords.engine.witness.DecisiveStep;
import lastwords.engine.witness.RunSpec;
import lastwords.json.Json;
import lastwords.kernelc.source.Wording;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords why}. */
@Command(
    name = "why",
    description = {
      "Finds the step of a run that decided its outcome: "
          + "the last one before which another outcome was possible.",
      "Shows both what happened and "
          + "the alternative. Takes a witness, or a scenario and --outcome."
    },
    sortOptions = false)
public final class WhyCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private OutcomeOptions options;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public WhyCommand(Output output) {
    this.output = output;
  }

  private record Found(
      OutcomeOptions.Chosen chosen, Setup setup, String outcome, DecisiveStep.Point point) {}

  @Override
  public Integer call() throws IOException {
    try (Interrupt interrupt = new Interrupt()) {
      Found found = find();
      boolean interrupted = interrupt.requested();
      if (json) {
        output.out().println(json(found));
      } else {
        show(found);
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private Found find() throws IOException {
    try (Progress progress = new Progress(output)) {
      OutcomeOptions.Chosen chosen = options.choose(progress);
      Setup setup = chosen.witness().reduction().of(chosen.setup());
      String outcome = chosen.runSpec().run(setup, StepSink.NONE).result().outcome().summary();
      DecisiveStep.Point point =
          DecisiveStep.of(setup, chosen.runSpec(), outcome, options.states(), progress::states);
      return new Found(chosen, setup, outcome, point);
    }
  }

  private void show(Found found) throws IOException {
    output.text(output.bold(found.outcome()));
    found.chosen().note().ifPresent(it -> output.text(it));
    DecisiveStep.Point point = found.point();
    RunSpec.Scheduled runSpec = found.chosen().runSpec();
    int size = runSpec.schedule().size();
    switch (point.known()) {
      case CERTAIN ->
          output.text("no other outcome is possible: the run was decided from the start");
      case NEVER -> cycling(found);
      case UNKNOWN -> unknown(point, size);
      default -> {
        output.text("decided by choice " + (point.choice() + 1) + " of " + size);
        new Branches(output, found.setup()).show(runSpec, point);
      }
    }
  }

  private void cycling(Found found) throws IOException {
    DecisiveStep.Point point = found.point();
    RunSpec.Scheduled runSpec = found.chosen().runSpec();
    output.text(
        "no step decides it: the run repeats itself, "
            + Wording.count(runSpec.cycle().size(), "choice")
            + " per cycle, and can leave the cycle each time");
    if (point.otherwise().isPresent()) {
      int choice = point.choice() - runSpec.schedule().size() + 1;
      output.text("by a different choice " + choice + " of the cycle");
      new Branches(output, found.setup()).show(runSpec.unrolled(), point);
    }
  }

  private void unknown(DecisiveStep.Point point, int size) {
    String open =
        point.choice() >= size
            ? "no other outcome was found"
            : point.others().isEmpty()
                ? "it was decided by choice " + (point.choice() + 1) + " of " + size + " or before"
                : "it was decided after choice " + point.choice() + " of " + size;
    output.text(output.red("a bound was reached (--states " + options.states() + "): " + open));
  }

  private String json(Found found) throws IOException {
    StringWriter out = new StringWriter();
    try (JsonGenerator to = Json.mapper().createGenerator(out)) {
      DecisiveStep.Point point = found.point();
      List<String> words = Schedule.words(found.chosen().runSpec().schedule());
      to.useDefaultPrettyPrinter();
      to.writeStartObject();
      to.writeStringField("schema", JsonReport.schema("why"));
      to.writeStringField("scenario", found.chosen().made().scenario());
      to.writeStringField("variant", found.chosen().made().variant());
      to.writeStringField("outcome", found.outcome());
      to.writeBooleanField("ownSchedule", found.chosen().own());
      to.writeStringField("known", point.known().name().toLowerCase(java.util.Locale.ROOT));
      to.writeNumberField("choice", point.choice());
      to.writeNumberField("choices", found.chosen().runSpec().schedule().size());
      RunJson.strings(to, "others", point.others());
      RunJson.strings(to, "schedule", words);
      if (point.otherwise().isPresent()) {
        RunJson.strings(to, "otherwise", Schedule.words(point.otherwise().get().schedule()));
      }
      to.writeEndObject();
    }
    return out.toString();
  }
}
