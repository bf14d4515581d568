package lastwords.cli.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.cli.cases.RunCase;
import lastwords.engine.RunResult;
import lastwords.json.Json;
import lastwords.kernelc.SourceFile;
import lastwords.machine.Machine;
import lastwords.scenario.Case;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.TracePage;

/**
 * A run as its page gets it.
 *
 * @param cpus how many there are
 * @param outcome its summary
 * @param again the command that makes the run again
 * @param sources the kernel C that was reached, by path
 */
public record RunPage(
    String title,
    String scenario,
    String kernel,
    String machine,
    int cpus,
    String outcome,
    String again,
    List<String> why,
    Map<String, String> sources,
    @JsonUnwrapped TracePage trace) {
  /** What there is to see of a run of a case. */
  public static RunPage of(
      Case made, RunCase run, RunResult result, TraceBuffer steps, Machine machine)
      throws IOException {
    return of(made.title(), run, result, steps, machine, made.kernel().sources(made.arch()));
  }

  /**
   * What there is to see of a run.
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
    Set<String> sinks = new TreeSet<>(result.consoles().keySet());
    sinks.add("pstore");
    TracePage trace = TracePage.of(steps, new StepNames(machine), sinks);
    return new RunPage(
        title,
        run.scenario() + (run.variant().equals("default") ? "" : ":" + run.variant()),
        run.kernel(),
        run.machine(),
        machine.cpus(),
        result.outcome().summary(),
        run.reproduction(),
        result.explanation(),
        reached(kernel, trace),
        trace);
  }

  private static Map<String, String> reached(List<SourceFile> kernel, TracePage trace) {
    Set<String> reached = new TreeSet<>();
    trace.steps().file().forEach(file -> reached.add(trace.names().get(file)));
    Map<String, String> sources = new TreeMap<>();
    kernel.stream()
        .filter(source -> reached.contains(source.path()))
        .forEach(source -> sources.put(source.path(), source.text()));
    return sources;
  }

  /** As JSON that may stand inside of HTML. */
  String json() {
    return Json.of(this).replace("<", "\\u003c");
  }
}
