package lastwords.trace.story;

import java.io.IOException;
import java.util.List;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;

/**
 * Writes the requested part of a trace.
 *
 * @param level how much is told
 * @param filter which moments
 * @param format of the output
 */
public record StoryWriter(Level level, Filter filter, TraceFormat format) {
  /** Writes it: a whole trace in the format's own form, otherwise a line for each moment. */
  public void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
    if (isWholeTrace()) {
      format.write(trace, names, out);
    } else {
      moments(Story.of(trace, names, level, filter), out);
    }
  }

  /** Is every step requested, without a filter? */
  public boolean isWholeTrace() {
    return level == Level.ALL && filter.isAll();
  }

  /** Does the combination exist? The tracer's text format always has every step. */
  public boolean isPossible() {
    return isWholeTrace() || format != TraceFormat.FTRACE;
  }

  private void moments(List<Told> told, Appendable out) throws IOException {
    switch (format) {
      case COLUMNS -> StoryText.write(told, out);
      case JSONL -> StoryJson.write(told, out);
      case FTRACE -> throw new IllegalStateException("no ftrace text of a story");
    }
  }
}
