package lastwords.trace.page;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;

/**
 * All that a page shows of a trace.
 *
 * @param names those to which columns refer by number
 */
public record TracePage(
    List<String> names,
    StepColumns steps,
    List<PageMoments.Line> story,
    List<LockSpan> holds,
    List<Arrow> arrows,
    List<NotifierSpans.Span> notifiers,
    CallColumns calls,
    ChangeColumns changes,
    Map<String, List<SinkWords.Words>> sinks) {

  /**
   * Reads a trace.
   *
   * @param sinks the consoles, and pstore if there is one
   */
  public static TracePage of(TraceBuffer trace, StepNames names, Collection<String> sinks)
      throws IOException {
    Numbered texts = new Numbered();
    StepColumns columns = StepColumns.of(trace, names, texts);
    LockSpans locks = new LockSpans(names);
    Arrows arrows = new Arrows(names, trace.lost());
    NotifierSpans notifiers = new NotifierSpans(names);
    SinkWords words = new SinkWords(names, sinks);
    trace.forEach(
        step -> {
          int at = (int) (step.seq() - trace.lost());
          locks.step(step, at);
          arrows.step(step);
          notifiers.step(step, at);
          words.step(step, at);
        });
    int count = columns.cpu().size();
    ChangeColumns changes = ChangeColumns.of(trace, names, texts);
    return new TracePage(
        texts.all(),
        columns,
        PageMoments.of(trace, names),
        locks.all(count),
        arrows.all(),
        notifiers.all(count),
        CallColumns.of(trace, names),
        changes,
        words.all());
  }
}
