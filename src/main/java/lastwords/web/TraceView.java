package lastwords.web;

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
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.recording.EventTrace;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.trace.PartEvent;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.TraceLines;
import lastwords.trace.story.Level;
import lastwords.trace.story.StoryWriter;

/** A machine's trace as a client wants to see it: read piece by piece, and written so. */
final class TraceView {
  private static final int EVENTS_A_PIECE = 2000;
  private static final long MOST_STEPS = 200_000; // of a whole trace in memory: 8 MB
  private static final int QUIET_LOOKS = 50;

  private final ClusterNode node;
  private final String id;
  private final StoryWriter wanted;
  private final TraceFormat format;
  private final Set<Integer> cpus;
  private final long sinceNanos;

  TraceView(ClusterNode node, String id, StoryWriter wanted) {
    this.node = node;
    this.id = id;
    this.wanted = wanted;
    this.format = wanted.format();
    this.cpus = new TreeSet<>(wanted.filter().cpus());
    this.sinceNanos = wanted.filter().sinceNanos();
  }

  /** Fails before anything is written when there is no such machine. */
  void check() {
    node.machine(id);
  }

  /** What takes steps and has to be told when a piece is over. */
  private interface Sink extends StepSink {
    /** Nothing has come for some time. */
    void quiet() throws IOException;

    void flush() throws IOException;
  }

  private interface Making {
    Sink sink(StepNames names);
  }

  /**
   * Writes all steps; a blank line now and then when there is nothing to follow.
   *
   * @param follow also those that are still to come, up to the run's end
   */
  void write(OutputStream stream, boolean follow) throws IOException {
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    boolean everyStep = wanted.level() == Level.ALL;
    boolean asItComes = everyStep && (follow || format == TraceFormat.JSONL);
    Pump pump = new Pump(names -> asItComes ? lines(names, out) : new Whole(names, out));
    pump.run(follow);
    pump.end();
    out.close();
  }

  private Sink lines(StepNames names, Writer out) {
    return new Lines(new TraceLines(format, names, cpus, sinceNanos, out), out);
  }

  /** The steps as server-sent events, each with its number as the id. */
  void events(OutputStream stream, boolean follow, String lastSeen) throws IOException {
    long after = lastSeen.matches("\\d{1,18}") ? Long.parseLong(lastSeen) : -1;
    Writer out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write("retry: 1000\n\n");
    new Pump(names -> new Events(names, after, out)).run(follow);
    out.write("event: end\ndata: {}\n\n");
    out.close();
  }

  /** Hands the machine's events on, piece by piece. */
  private final class Pump {
    private final Making making;
    private EventTrace trace;
    private Sink sink;
    private long cursor;
    private int quiet;

    Pump(Making making) {
      this.making = making;
    }

    void run(boolean follow) throws IOException {
      while (true) {
        TraceChunk chunk = next();
        hand(chunk);
        cursor = chunk.next();
        if (chunk.end() || chunk.events().isEmpty() && !follow) {
          return;
        }
        if (chunk.events().isEmpty()) {
          idle();
        }
      }
    }

    /** A machine that is removed while one looks has come to its end, too. */
    private TraceChunk next() {
      try {
        return node.trace(id, cursor, EVENTS_A_PIECE);
      } catch (NodeException e) {
        if (e.kind() == NodeException.Kind.NOT_FOUND && trace != null) {
          return new TraceChunk(java.util.Optional.empty(), java.util.List.of(), cursor, true);
        }
        throw e;
      }
    }

    private void hand(TraceChunk chunk) throws IOException {
      if (trace == null && chunk.header().isPresent()) {
        trace = new EventTrace(chunk.header().get());
        sink = making.sink(new StepNames(trace.machine()));
      }
      if (trace == null || chunk.events().isEmpty()) {
        return;
      }
      try {
        for (PartEvent event : chunk.events()) {
          trace.accept(event, sink);
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
      quiet = 0;
      sink.flush();
    }

    private void idle() throws IOException {
      PollPause.aMoment();
      if (++quiet % QUIET_LOOKS == 0 && sink != null) {
        sink.quiet();
        sink.flush();
      }
    }

    void end() throws IOException {
      if (sink instanceof Whole whole) {
        whole.end();
      }
    }
  }

  /** Lines as they come. */
  private record Lines(TraceLines lines, Writer out) implements Sink {
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

  /** Steps as events that a browser can follow. */
  private final class Events implements Sink {
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

  /** Steps that are written when all are there, in a format that has to know them all. */
  private final class Whole implements Sink {
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
      boolean story = wanted.level() != Level.ALL; // it has to know all
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
