package lastwords.trace.story;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import lastwords.trace.Micros;

/** A story in readable form: when, which CPU, what, and where. */
public final class StoryText {
  private static final int WIDTH = 48; // of what happened, before the place

  private StoryText() {}

  /** Writes a line for each moment. */
  public static void write(List<Told> story, Appendable out) throws IOException {
    out.append("          us  cpu\n");
    for (Told told : story) {
      out.append(line(told)).append('\n');
    }
  }

  private static String line(Told told) {
    Moment moment = told.moment();
    String who = moment.cpu() < 0 ? "  -" : String.format(Locale.ROOT, "%3d", moment.cpu());
    String context = moment.context().equals("task") ? "" : "[" + moment.context() + "] ";
    String what = context + moment.text() + until(told);
    return Micros.text(moment.nanos())
        + "  "
        + who
        + "  "
        + (moment.hasPlace() ? placed(what, moment) : what);
  }

  private static String until(Told told) {
    return told.times() == 1 ? "" : ", until " + Micros.text(told.untilNanos()).strip();
  }

  private static String placed(String what, Moment moment) {
    return String.format(Locale.ROOT, "%-" + WIDTH + "s", what)
        + "  "
        + moment.function()
        + "()  "
        + moment.place();
  }
}
