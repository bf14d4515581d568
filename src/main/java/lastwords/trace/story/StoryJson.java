package lastwords.trace.story;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** A story as JSON, an object a line. */
public final class StoryJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As it stands in a line. */
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

  private static String line(Told told) throws JsonProcessingException {
    Moment moment = told.moment();
    return JSON.writeValueAsString(
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
