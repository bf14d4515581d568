package lastwords.cli.search;

import java.io.PrintStream;
import java.util.List;
import lastwords.cli.console.Output;
import lastwords.engine.model.Action;
import lastwords.engine.walk.Replay;
import lastwords.engine.witness.DecisiveStep;
import lastwords.engine.witness.RunSpec;
import lastwords.kernelc.source.Wording;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;
import lastwords.trace.StepLines;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;

/** The two runs that diverge at a decision, step by step around it. */
final class Branches {
  private static final int BEFORE = 3; // steps
  private static final int AFTER = 6;

  private final Output output;
  private final PrintStream out;
  private final Setup setup;

  Branches(Output output, Setup setup) {
    this.output = output;
    this.out = output.out();
    this.setup = setup;
  }

  void show(RunSpec.Scheduled runSpec, DecisiveStep.Point point) {
    List<Action> before = runSpec.schedule().subList(0, point.choice());
    long step = Replay.run(setup, before, Cause.LIMIT, StepSink.NONE).steps();
    out.println();
    heading("this run", runSpec, point);
    branch(runSpec, step);
    out.println();
    RunSpec.Scheduled otherwise = point.otherwise().orElseThrow();
    heading("the other run", otherwise, point);
    branch(otherwise, step);
    if (point.others().size() > 1) {
      out.println("  also possible then:");
      point.others().subList(1, point.others().size()).forEach(it -> out.println("    " + it));
    }
  }

  private void heading(String name, RunSpec.Scheduled runSpec, DecisiveStep.Point point) {
    Action choice = runSpec.schedule().get(point.choice());
    out.println(output.bold(name) + ", " + choice.text() + ": " + choice.words());
  }

  private void branch(RunSpec.Scheduled runSpec, long step) {
    TraceBuffer trace = new TraceBuffer();
    Replay.Done done = runSpec.run(setup, trace);
    StepNames names = new StepNames(done.machine());
    StepLines.of(trace, names, step - BEFORE, step)
        .forEach(line -> out.println("  " + output.faint(line)));
    List<String> after = StepLines.of(trace, names, step, step + AFTER);
    for (int i = 0; i < after.size(); i++) {
      out.println((i == 0 ? "> " : "  ") + after.get(i));
    }
    long left = trace.size() - step - after.size();
    if (left > 0) {
      out.println("  ... " + Wording.count(left, "more step"));
    }
    out.println("  " + done.result().outcome().summary());
  }
}
