package lastwords.trace.story;

import java.io.IOException;
import java.util.List;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;

/**
 * Writes a trace as far as somebody wants to see it.
 *
 * @param level how much is told
 * @param filter of what
 * @param format how it is written
 */
public record StoryWriter(Level level, Filter filter, TraceFormat format) {
  /** Writes it; every step of everything in the format's own form, else a line for each moment. */
  public void write(TraceBuffer trace, StepNames names, Appendable out) throws IOException {
    if (isWholeTrace()) {
      format.write(trace, names, out);
    } else {
      moments(Story.of(trace, names, level, filter), out);
    }
  }

  /** Is every step of everything wanted? */
  public boolean isWholeTrace() {
    return level == Level.ALL && filter.isAll();
  }

  /** Is there such a form? Text in the form of the kernel's tracer has every step. */
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
