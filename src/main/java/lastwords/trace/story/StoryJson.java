package lastwords.trace.story;

import java.io.IOException;
import java.util.List;
import lastwords.json.Json;

/** A story as JSON, one object per line. */
public final class StoryJson {
  /** The JSON of a line. */
  private record Line(
      long seq,
      long ns,
      int cpu,
      String context,
      String kind,
      String subject,
      String text,
      String function,
      String place,
      int times,
      long untilNs) {}

  private StoryJson() {}

  /** Writes a line for each moment. */
  public static void write(List<Told> story, Appendable out) throws IOException {
    for (Told told : story) {
      out.append(line(told)).append('\n');
    }
  }

  /** One moment, without the newline. */
  public static String line(Told told) {
    Moment moment = told.moment();
    return Json.of(
        new Line(
            moment.seq(),
            moment.nanos(),
            moment.cpu(),
            moment.context(),
            moment.kind().word(),
            moment.subject(),
            moment.text(),
            moment.function(),
            moment.place(),
            told.times(),
            told.untilNanos()));
  }
}
