package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lastwords.cli.cases.RunCase;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.page.HtmlFile;
import lastwords.cli.page.RunPages;
import lastwords.cli.run.Report;
import lastwords.cli.run.RunJson;
import lastwords.cli.run.StoryOptions;
import lastwords.cli.search.ExploreReport;
import lastwords.cli.witness.WitnessRun;
import lastwords.engine.RunResult;
import lastwords.engine.walk.Replay;
import lastwords.engine.witness.RunSpec;
import lastwords.engine.witness.Witness;
import lastwords.engine.witness.WitnessText;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Case;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.story.StoryWriter;

/** Witnesses, replayed. */
final class WitnessReplay implements Replayable {
  @Override
  public boolean reads(String firstLine) {
    return firstLine.equals(WitnessText.FIRST_LINE);
  }

  @Override
  public String name() {
    return "a witness (\"" + WitnessText.FIRST_LINE + "\")";
  }

  @Override
  public int replay(Path file, ReplayOptions options, Output output) throws IOException {
    WitnessRun again = WitnessRun.of(file);
    Witness witness = again.witness();
    Case made = again.made();
    TraceBuffer steps = again.steps();
    Replay.Done done = again.done();
    boolean same = done.result().outcome().summary().equals(witness.outcome());
    RunCase run = RunCase.of(made, 0, "lastwords replay " + file);
    if (options.json()) {
      output.out().println(RunJson.of(run, done.result()));
    } else {
      show(run, done, steps, options, output);
    }
    options.story().warn(output);
    if (options.page().isPresent()) {
      HtmlFile.write(
          options.page().get(), RunPages.of(made, run, done.result(), steps, done.machine()));
    }
    judge(witness, done.result(), same, options, output);
    return same ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private static void show(
      RunCase run, Replay.Done done, TraceBuffer steps, ReplayOptions options, Output output)
      throws IOException {
    if (options.check()) {
      return;
    }
    List<String> story = options.storyLines(steps, done.machine());
    StoryOptions.show(story, output);
    if (story.isEmpty()) {
      StoryWriter writer = options.trace().orElseGet(ReplayOptions::everyStep);
      writer.write(steps, new StepNames(done.machine()), output.out());
    }
    if (options.trace().isEmpty()) {
      output.out().println();
      new Report(output, options.stack()).print(run, done.result(), List.of(), true);
    }
  }

  private static void judge(
      Witness witness, RunResult result, boolean same, ReplayOptions options, Output output) {
    boolean machineReads = options.json() || options.trace().isPresent();
    if (!same) {
      output.complain("NOT as recorded: " + witness.outcome());
      output.complain("this time:       " + result.outcome().summary());
    } else if (!machineReads) {
      output.out().println(output.green("as recorded") + ": " + witness.outcome());
      cycle(witness.runSpec(), output);
    }
  }

  private static void cycle(RunSpec runSpec, Output output) {
    if (runSpec instanceof RunSpec.Scheduled scheduled && !scheduled.cycle().isEmpty()) {
      output
          .out()
          .println(
              "and so on for ever: after "
                  + Wording.count(scheduled.cycle().size(), "such choice")
                  + " the machine is in the same state as before: "
                  + ExploreReport.cycle(scheduled.cycle()));
    }
  }
}
