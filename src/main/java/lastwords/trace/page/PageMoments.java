package lastwords.trace.page;

import java.io.IOException;
import java.util.List;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.story.Filter;
import lastwords.trace.story.Level;
import lastwords.trace.story.Moment;
import lastwords.trace.story.Story;
import lastwords.trace.story.Told;

/** The story, with steps counted from the first one in the trace. */
public final class PageMoments {
  /**
   * A moment of the story.
   *
   * @param step the step that it is about
   * @param until the emulated time of the last iteration, if it stands for a loop
   */
  public record Line(int step, int cpu, String kind, String text, String place, long until) {}

  private PageMoments() {}

  static List<Line> of(TraceBuffer trace, StepNames names) throws IOException {
    long first = trace.lost();
    return Story.of(trace, names, Level.STORY, Filter.ALL).stream()
        .map(told -> line(told, first))
        .toList();
  }

  private static Line line(Told told, long first) {
    Moment moment = told.moment();
    String place = moment.hasPlace() ? moment.function() + "()  " + moment.place() : "";
    int step = (int) (moment.seq() - first);
    return new Line(
        step, moment.cpu(), moment.kind().word(), moment.text(), place, told.untilNanos());
  }
}
