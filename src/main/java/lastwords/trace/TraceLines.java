package lastwords.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;

/**
 * Writes each step as it comes, without knowing what follows: columns are wide enough for most of
 * their content, not for all of it.
 */
public final class TraceLines implements StepSink {
  private final Appendable out;
  private final Set<Integer> cpus;
  private final long sinceNanos;
  private final Line line;

  private interface Line {
    void write(StepRecord step) throws IOException;
  }

  /**
   * @param cpus the CPUs to show, -1 for what no CPU did; none: all
   * @param sinceNanos emulated time from which steps are shown
   */
  public TraceLines(
      TraceFormat format, StepNames names, Set<Integer> cpus, long sinceNanos, Appendable out) {
    this.out = out;
    this.cpus = Set.copyOf(cpus);
    this.sinceNanos = sinceNanos;
    this.line = line(format, names);
  }

  private Line line(TraceFormat format, StepNames names) {
    return switch (format) {
      case COLUMNS -> new Columns(names).lines(cpus, out)::row;
      case FTRACE -> {
        Ftrace ftrace = new Ftrace(names);
        yield step -> out.append(ftrace.line(step));
      }
      case JSONL -> {
        JsonLines json = new JsonLines(names);
        yield step -> out.append(json.line(step));
      }
    };
  }

  /** Is a step of this CPU at this time to be shown? */
  public static boolean wanted(Set<Integer> cpus, long sinceNanos, int cpu, long nanos) {
    return nanos >= sinceNanos && (cpus.isEmpty() || cpus.contains(cpu));
  }

  @Override
  public void step(StepRecord step) {
    if (!wanted(cpus, sinceNanos, step.cpu(), step.nanos())) {
      return;
    }
    try {
      line.write(step);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
