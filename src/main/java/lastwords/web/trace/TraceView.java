package lastwords.web.trace;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import lastwords.cluster.node.ClusterNode;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.TraceLines;
import lastwords.trace.story.Level;
import lastwords.trace.story.StoryWriter;

/** A machine's trace in the form that a client requests: read and written piece by piece. */
public final class TraceView {
  /** Of a whole trace in memory: 8 MB. */
  public static final long MOST_STEPS = 200_000;

  private static final int QUIET_LOOKS = 50;

  private final ClusterNode node;
  private final String id;
  private final StoryWriter wanted;
  private final TraceFormat format;
  private final Set<Integer> cpus;
  private final long sinceNanos;

  public TraceView(ClusterNode node, String id, StoryWriter wanted) {
    this.node = node;
    this.id = id;
    this.wanted = wanted;
    this.format = wanted.format();
    this.cpus = new TreeSet<>(wanted.filter().cpus());
    this.sinceNanos = wanted.filter().sinceNanos();
  }

  /** Fails, before anything is written, if there is no such machine. */
  public void check() {
    node.machine(id);
  }

  /**
   * Writes all steps; a blank line now and then while nothing new arrives.
   *
   * @param follow also write later steps, up to the end of the run
   */
  public void write(OutputStream stream, boolean follow) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    boolean everyStep = wanted.level() == Level.ALL;
    boolean asItComes = everyStep && (follow || format == TraceFormat.JSONL);
    TracePump pump =
        new TracePump(node, id, names -> asItComes ? lines(names, out) : new Whole(names, out));
    run(pump, follow);
    if (pump.sink() instanceof Whole whole) {
      whole.end();
    }
    out.close();
  }

  private static void run(TracePump pump, boolean follow) throws IOException {
    int quiet = 0;
    TracePump.Rest rest = pump.piece();
    while (rest == TracePump.Rest.MORE || rest == TracePump.Rest.NONE_YET && follow) {
      quiet = rest == TracePump.Rest.MORE ? 0 : quiet + 1;
      if (quiet > 0) {
        PollPause.aMoment();
        pump.quiet(quiet % QUIET_LOOKS == 0);
      }
      rest = pump.piece();
    }
  }

  private StepsSink lines(StepNames names, Writer out) {
    return new Lines(new TraceLines(format, names, cpus, sinceNanos, out), out);
  }

  /** Writes the steps as server-sent events, each with its number as the id. */
  public void events(OutputStream stream, boolean follow, String lastSeen) throws IOException {
    long after = lastSeen.matches("\\d{1,18}") ? Long.parseLong(lastSeen) : -1;
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("retry: 1000\n\n");
    run(new TracePump(node, id, names -> new Events(names, after, out)), follow);
    out.write("event: end\ndata: {}\n\n");
    out.close();
  }

  /** Writes lines as they come. */
  private record Lines(TraceLines lines, Writer out) implements StepsSink {
    @Override
    public void step(StepRecord step) {
      lines.step(step);
    }

    @Override
    public void quiet() throws IOException {
      out.write("\n");
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }

  /** Writes steps as events for browsers. */
  private final class Events implements StepsSink {
    private final TraceLines lines;
    private final long after;
    private final Writer out;

    Events(StepNames names, long after, Writer out) {
      this.lines = new TraceLines(TraceFormat.JSONL, names, Set.of(), 0, out);
      this.after = after;
      this.out = out;
    }

    @Override
    public void step(StepRecord step) {
      if (step.seq() <= after || !TraceLines.wanted(cpus, sinceNanos, step.cpu(), step.nanos())) {
        return;
      }
      try {
        out.write("id: " + step.seq() + "\ndata: ");
        lines.step(step);
        out.write("\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void quiet() throws IOException {
      out.write(": keep-alive\n\n");
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }

  /** Collects steps for a format that needs all of them. */
  private final class Whole implements StepsSink {
    private final TraceBuffer buffer = new TraceBuffer(MOST_STEPS);
    private final StepNames names;
    private final Writer out;
    private long kept;

    Whole(StepNames names, Writer out) {
      this.names = names;
      this.out = out;
    }

    @Override
    public void step(StepRecord step) {
      boolean story = wanted.level() != Level.ALL; // it needs all steps
      if (story || TraceLines.wanted(cpus, sinceNanos, step.cpu(), step.nanos())) {
        buffer.step(step.numbered(kept++));
      }
    }

    @Override
    public void quiet() {}

    @Override
    public void flush() {}

    void end() throws IOException {
      if (wanted.level() == Level.ALL) {
        format.write(buffer, names, out);
      } else {
        wanted.write(buffer, names, out);
      }
    }
  }
}
