package lastwords.trace.page;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.json.Json;
import lastwords.kernelc.SourceFile;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;

/**
 * A run as sent to its page.
 *
 * @param sources the kernel C that was executed, by path
 */
public record RunPage(
    @JsonUnwrapped About about, Map<String, String> sources, @JsonUnwrapped TracePage trace) {
  /**
   * Which run, and its outcome.
   *
   * @param scenario with its variant, if it is not the default
   * @param cpus their number
   * @param outcome its summary
   * @param again the command that repeats the run
   * @param why lines of its explanation
   */
  public record About(
      String title,
      String scenario,
      String kernel,
      String machine,
      int cpus,
      String outcome,
      String again,
      List<String> why) {
    public About {
      why = List.copyOf(why);
    }
  }

  /**
   * Everything that the page shows of a run.
   *
   * @param consoles their names
   * @param kernel the kernel's sources
   */
  public static RunPage of(
      About about,
      TraceBuffer steps,
      StepNames names,
      Collection<String> consoles,
      List<SourceFile> kernel)
      throws IOException {
    Set<String> sinks = new TreeSet<>(consoles);
    sinks.add("pstore");
    TracePage trace = TracePage.of(steps, names, sinks);
    return new RunPage(about, reached(kernel, trace), trace);
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

  /** As JSON. */
  public String json() {
    return Json.of(this);
  }
}
