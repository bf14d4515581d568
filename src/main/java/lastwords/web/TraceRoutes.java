package lastwords.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.RecordingChunk;
import lastwords.trace.TraceFormat;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.StoryWriter;
import lastwords.web.trace.PollPause;
import lastwords.web.trace.TraceView;

/** A machine's trace, even while it grows, and its recording. */
final class TraceRoutes {
  private static final int MOST_READERS = 32;
  private static final int MOST_QUIET_LOOKS = 300; // half a minute
  private static final int PIECE_BYTES = 1 << 17;
  private static final List<String> QUERY = List.of("follow", "cpu", "since", "format", "level");
  private static final List<String> LEVELS = List.of("all", "story", "functions", "locks");
  private static final List<String> FORMATS = List.of("jsonl", "columns", "ftrace");

  private final ClusterNode node;
  private final Semaphore readers = new Semaphore(MOST_READERS);

  TraceRoutes(ClusterNode node) {
    this.node = node;
  }

  List<Route> routes() {
    return List.of(
        new Route("GET", "/v1/machines/{id}/trace", QUERY, call -> limited(call, this::trace)),
        Route.of("GET", "/v1/machines/{id}/recording", call -> limited(call, this::recording)));
  }

  private void limited(Call call, Route.Handler handler) throws IOException {
    if (!readers.tryAcquire()) {
      throw new HttpError(
          HttpError.UNAVAILABLE, MOST_READERS + " readers of traces are connected already");
    }
    try {
      handler.handle(call);
    } finally {
      readers.release();
    }
  }

  private void trace(Call call) throws IOException {
    boolean events = call.accepts("text/event-stream");
    boolean follow = call.choice("follow", List.of("false", "true")).equals("true");
    TraceFormat format = format(call.choice("format", FORMATS));
    Set<Integer> cpus = cpus(call.query("cpu", ""));
    Level level = Level.valueOf(call.choice("level", LEVELS).toUpperCase(Locale.ROOT));
    StoryWriter wanted = wanted(level, cpus, nanos(call.query("since", "0")), format);
    TraceView view = new TraceView(node, call.path("id"), wanted);
    if (events && format != TraceFormat.JSONL) {
      throw HttpError.bad("events are JSON: omit ?format=" + format);
    }
    if (level != Level.ALL && (follow || events)) {
      throw HttpError.bad("a " + level + " needs the whole run: leave out ?level or ?follow");
    }
    view.check();
    if (events) {
      view.events(call.stream("text/event-stream"), follow, call.header("Last-Event-ID"));
    } else {
      view.write(call.stream(type(format)), follow);
    }
  }

  private static StoryWriter wanted(
      Level level, Set<Integer> cpus, long sinceNanos, TraceFormat format) {
    Filter filter = new Filter(cpus, Set.of(), Set.of(), sinceNanos, Long.MAX_VALUE);
    if (level != Level.ALL && format == TraceFormat.FTRACE) {
      throw HttpError.bad("ftrace text has every step: leave out ?level=" + level);
    }
    return new StoryWriter(level, filter, format);
  }

  private static TraceFormat format(String word) {
    return TraceFormat.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String type(TraceFormat format) {
    return format == TraceFormat.JSONL ? "application/x-ndjson" : "text/plain; charset=utf-8";
  }

  /** {@code 0,2}; {@code machine} for what no CPU did. */
  private static Set<Integer> cpus(String text) {
    Set<Integer> cpus = new TreeSet<>();
    for (String word : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      if (!word.matches("\\d{1,2}|machine")) {
        throw HttpError.bad("?cpu=" + text + ": expected numbers separated by commas");
      }
      cpus.add(word.equals("machine") ? -1 : Integer.parseInt(word));
    }
    return cpus;
  }

  private static long nanos(String text) {
    if (!text.matches("\\d{1,18}")) {
      throw HttpError.bad("?since=" + text + ": expected emulated time in nanoseconds");
    }
    return Long.parseLong(text);
  }

  private void recording(Call call) throws IOException {
    String id = call.path("id");
    if (!node.machine(id).state().over()) {
      throw new HttpError(HttpError.CONFLICT, id + " still runs; stop it first");
    }
    RecordingChunk chunk = node.recording(id, 0, PIECE_BYTES);
    // closed only when complete: a client must not mistake a part for the whole
    OutputStream out = call.stream("application/octet-stream");
    long offset = 0;
    int quiet = 0;
    while (true) {
      out.write(chunk.bytes());
      offset += chunk.bytes().length;
      if (chunk.end()) {
        out.close();
        return;
      }
      quiet = chunk.bytes().length == 0 ? quiet + 1 : 0;
      if (quiet > MOST_QUIET_LOOKS) {
        throw new IOException("the rest of the recording of " + id + " does not arrive");
      }
      if (quiet > 0) {
        PollPause.aMoment();
      }
      chunk = node.recording(id, offset, PIECE_BYTES);
    }
  }
}
