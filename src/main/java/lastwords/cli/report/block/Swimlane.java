package lastwords.cli.report.block;

import java.util.List;

/**
 * A run: a lane for each CPU and lock, and its story.
 *
 * @param title the case
 * @param data the run in the form that the page's script reads
 */
public record Swimlane(
    String id, String title, String outcome, String again, List<Moment> story, String data) {
  public Swimlane {
    story = List.copyOf(story);
  }

  /**
   * A line of the story.
   *
   * @param step counted from the first one in the trace
   * @param when emulated time in microseconds
   */
  public record Moment(int step, String when, String who, String text, String place) {}
}
