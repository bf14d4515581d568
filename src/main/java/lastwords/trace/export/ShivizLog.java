package lastwords.trace.export;

import java.io.IOException;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.Micros;

/**
 * A log that ShiViz opens without further settings: its first line is the expression that finds the
 * events, its second the delimiter of executions, of which there are none. An event is two lines: a
 * host with its vector clock as JSON, and what happened.
 */
final class ShivizLog {
  private static final String HEADER = "(?<host>\\S*) (?<clock>{.*})\\n(?<event>.*)\n\n";

  private final Appendable out;
  private final VectorClocks clocks;
  private final int cpus;

  ShivizLog(int cpus, Appendable out) {
    this.cpus = cpus;
    this.clocks = new VectorClocks(cpus);
    this.out = out;
  }

  /** Writes what comes before the first event. */
  void begin() throws IOException {
    out.append(HEADER);
  }

  /** A step that only advances the clocks. */
  void untold(StepRecord step) {
    clocks.step(step, false);
  }

  /** An event of the log. */
  void told(StepRecord step, String text) throws IOException {
    int[] clock = clocks.step(step, true);
    out.append(name(clocks.host(step))).append(" {");
    String separator = "";
    for (int host = 0; host <= cpus; host++) {
      if (clock[host] > 0) {
        out.append(separator).append('"').append(name(host)).append("\":");
        out.append(Integer.toString(clock[host]));
        separator = ",";
      }
    }
    out.append("}\n").append(Micros.text(step.nanos()).strip()).append(" us: ");
    out.append(step.operation() == Operation.DROP ? "cpu" + step.cpu() + ": " : "");
    out.append(text.replaceAll("\\R", " ")).append('\n');
  }

  private String name(int host) {
    return host == cpus ? "machine" : "cpu" + host;
  }
}
