package lastwords.trace.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import lastwords.trace.picture.MermaidText;
import lastwords.trace.picture.Scene;
import lastwords.trace.picture.SvgPicture;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.Moment;
import lastwords.trace.story.Story;
import lastwords.trace.story.StoryWriter;
import lastwords.trace.story.Told;

/**
 * How a trace is written: the same bytes for the same trace.
 *
 * @param level how much is told; empty: the format's default
 * @param title name of the run
 */
public record Export(ExportFormat format, Optional<Level> level, Filter filter, String title) {
  private static final long STEP_NANOS = 1000; // duration of a step of a run without a clock

  private Level wanted() {
    return level.orElse(format.usual());
  }

  /** Can it be written step by step, without knowing later steps? */
  public boolean canStream() {
    return switch (format) {
      case JSONL -> story(TraceFormat.JSONL).isWholeTrace();
      case CSV, DAT -> wanted() == Level.ALL;
      case PERFETTO -> true;
      case COLUMNS, FTRACE, SHIVIZ, SVG, MERMAID -> false;
    };
  }

  /** Does the combination exist? The tracer's text format always has every step. */
  public boolean isPossible() {
    return format != ExportFormat.FTRACE || story(TraceFormat.FTRACE).isPossible();
  }

  private StoryWriter story(TraceFormat form) {
    return new StoryWriter(wanted(), filter, form);
  }

  /**
   * A writer for the steps of a run as they come; {@link #canStream} must hold.
   *
   * @param timed does the run have a clock?
   */
  public StepWriter writer(StepNames names, boolean timed, OutputStream out) throws IOException {
    Predicate<StepRecord> written =
        filter.isAll() ? step -> true : step -> filter.wants(step, names);
    return writer(names, timed, written, out);
  }

  private StepWriter writer(
      StepNames names, boolean timed, Predicate<StepRecord> written, OutputStream out)
      throws IOException {
    StepWriter writer =
        switch (format) {
          case CSV -> StepWriters.csv(names, out);
          case JSONL -> StepWriters.jsonLines(names, out);
          case DAT -> StepWriters.dat(names, out);
          case PERFETTO -> StepWriters.perfetto(names, title, wanted(), out);
          case COLUMNS, FTRACE, SHIVIZ, SVG, MERMAID ->
              throw new IllegalStateException(format + " needs the whole run");
        };
    boolean clocked = timed || format == ExportFormat.CSV || format == ExportFormat.JSONL;
    return new FilteredWriter(writer, written, clocked ? 0 : STEP_NANOS);
  }

  /** Writes a trace in memory. */
  public void write(TraceBuffer trace, StepNames names, OutputStream out) throws IOException {
    if (canStream()) {
      steps(trace, writer(names, isTimed(trace), out));
    } else if (format == ExportFormat.DAT) {
      Set<Long> told = new HashSet<>(told(trace, names).keySet());
      steps(trace, writer(names, isTimed(trace), step -> told.contains(step.seq()), out));
    } else {
      Writer text = StepWriters.text(out);
      text(trace, names, text);
      text.flush();
    }
  }

  private static void steps(TraceBuffer trace, StepWriter writer) throws IOException {
    try (writer) {
      trace.forEach(writer::step);
      writer.end();
    }
  }

  private static boolean isTimed(TraceBuffer trace) throws IOException {
    boolean[] timed = new boolean[1];
    trace.forEach(step -> timed[0] |= step.nanos() != 0);
    return timed[0];
  }

  private void text(TraceBuffer trace, StepNames names, Writer out) throws IOException {
    switch (format) {
      case COLUMNS -> story(TraceFormat.COLUMNS).write(trace, names, out);
      case FTRACE -> story(TraceFormat.FTRACE).write(trace, names, out);
      case JSONL -> story(TraceFormat.JSONL).write(trace, names, out);
      case CSV -> CsvText.story(Story.of(trace, names, wanted(), filter), out);
      case SHIVIZ -> shiviz(trace, names, out);
      case SVG -> SvgPicture.write(scene(trace, names), out);
      case MERMAID -> MermaidText.write(scene(trace, names), out);
      case DAT, PERFETTO -> throw new IllegalStateException(format + " is no text");
    }
  }

  private Scene scene(TraceBuffer trace, StepNames names) throws IOException {
    List<Told> story = Story.of(trace, names, wanted(), filter);
    return Scene.of(title, story, trace, names, filter.cpus(), isTimed(trace));
  }

  private Map<Long, List<Told>> told(TraceBuffer trace, StepNames names) throws IOException {
    Map<Long, List<Told>> bySeq = new HashMap<>();
    for (Told told : Story.of(trace, names, wanted(), filter)) {
      bySeq.computeIfAbsent(told.moment().seq(), it -> new ArrayList<>()).add(told);
    }
    return bySeq;
  }

  private void shiviz(TraceBuffer trace, StepNames names, Writer out) throws IOException {
    Map<Long, List<Told>> told = told(trace, names);
    ShivizLog log = new ShivizLog(names.cpus(), out);
    log.begin();
    trace.forEach(
        step -> {
          if (told.containsKey(step.seq())) {
            log.told(step, words(told.get(step.seq())));
          } else {
            log.untold(step);
          }
        });
  }

  private static String words(List<Told> told) {
    StringBuilder text = new StringBuilder();
    for (Told one : told) {
      Moment moment = one.moment();
      text.append(text.isEmpty() ? "" : "; ").append(moment.text());
      if (moment.hasPlace()) {
        text.append(" in ").append(moment.function()).append("() ").append(moment.place());
      }
    }
    return text.toString();
  }
}
