package lastwords.cli.page;

import java.io.IOException;
import java.util.List;
import lastwords.cli.cases.RunCase;
import lastwords.engine.RunResult;
import lastwords.kernelc.SourceFile;
import lastwords.machine.Machine;
import lastwords.scenario.Case;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;

/** Creates the page of a run on this machine. */
public final class RunPages {
  private RunPages() {}

  /** The content of the page of a case's run. */
  public static RunPage of(
      Case made, RunCase run, RunResult result, TraceBuffer steps, Machine machine)
      throws IOException {
    return of(made.title(), run, result, steps, machine, made.kernel().sources(made.arch()));
  }

  /**
   * The content of the page of a run.
   *
   * @param kernel the kernel's sources
   */
  public static RunPage of(
      String title,
      RunCase run,
      RunResult result,
      TraceBuffer steps,
      Machine machine,
      List<SourceFile> kernel)
      throws IOException {
    RunPage.About about =
        new RunPage.About(
            title,
            run.scenario() + (run.variant().equals("default") ? "" : ":" + run.variant()),
            run.kernel(),
            run.machine(),
            machine.cpus(),
            result.outcome().summary(),
            run.reproduction(),
            result.explanation());
    return RunPage.of(about, steps, new StepNames(machine), result.consoles().keySet(), kernel);
  }
}
