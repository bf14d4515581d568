package lastwords.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lastwords.trace.Micros;
import lastwords.trace.page.PageMoments;
import lastwords.trace.page.RunPage;

/**
 * Draws a moment of a run: the CPUs as lanes; below them the story, and next to it what has reached
 * the consoles and pstore.
 */
final class Frame {
  private static final int SIDE_BY_SIDE = 100; // columns needed for both
  private static final int AROUND = 5; // title, legend, outcome, keys, a blank line
  private static final String KEYS =
      "space: play or pause   arrows: step   home, end   +, -: speed   q: quit";

  private final RunPage run;
  private final List<PageMoments.Line> story;
  private final long[] nanos;
  private final Lanes lanes;
  private final SinkTail sinks;
  private final Paint paint;

  Frame(RunPage run, boolean colours) {
    this.run = run;
    this.story = run.trace().story();
    this.nanos = times(run);
    this.paint = new Paint(colours);
    CpuHistory history = new CpuHistory(run.trace(), run.about().cpus());
    this.lanes = new Lanes(history, story, run.about().cpus(), paint);
    this.sinks = new SinkTail(run.trace().sinks());
  }

  /** By event. */
  private static long[] times(RunPage run) {
    List<Long> since = run.trace().steps().nanos();
    long[] at = new long[since.size() + 1];
    for (int i = 0; i < since.size(); i++) {
      at[i + 1] = at[i] + since.get(i);
    }
    return run.trace().story().stream()
        .mapToLong(it -> at[Math.min(it.step() + 1, since.size())])
        .toArray();
  }

  /** At most {@code rows} lines, none wider than {@code columns}. */
  List<String> lines(Playback playback, int rows, int columns) {
    int event = playback.event();
    List<String> lines = new ArrayList<>();
    lines.add(paint.reverse(Paint.fit(title(playback), columns)));
    lines.addAll(lanes.rows(event, Math.max(2, (rows - AROUND) / 2), columns));
    lines.add(paint.faint(Paint.fit("      " + Lanes.LEGEND, columns)));
    int room = rows - lines.size() - 2;
    lines.addAll(
        columns < SIDE_BY_SIDE ? below(event, room, columns) : beside(event, room, columns));
    while (lines.size() < rows - 2) {
      lines.add("");
    }
    String outcome = event == story.size() - 1 ? run.about().outcome() : "";
    lines.add(paint.bold(Paint.fit(outcome, columns)));
    lines.add(paint.faint(Paint.fit(KEYS, columns)));
    return lines;
  }

  private String title(Playback playback) {
    return String.format(
        Locale.ROOT,
        " %s, kernel %s, machine %s   %s us   %d of %d   %s",
        run.about().scenario(),
        run.about().kernel(),
        run.about().machine(),
        Micros.text(nanos[playback.event()]).strip(),
        playback.event() + 1,
        playback.events(),
        playback.playing() ? "playing" : "paused");
  }

  private List<String> below(int event, int rows, int columns) {
    List<String> lines = new ArrayList<>(told(event, rows / 2, columns));
    lines.addAll(sinks.lines(step(event), rows - lines.size(), columns, paint));
    return lines;
  }

  private List<String> beside(int event, int rows, int columns) {
    int left = columns / 2 - 1;
    int right = columns - left - 2;
    List<String> told = told(event, rows, left);
    List<String> words = sinks.lines(step(event), rows, right, paint);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(told.size(), words.size()); i++) {
      String first = i < told.size() ? told.get(i) : " ".repeat(left);
      lines.add(first + "  " + (i < words.size() ? words.get(i) : ""));
    }
    return lines;
  }

  /** The last events, the current one in bold. */
  private List<String> told(int event, int rows, int columns) {
    List<String> lines = new ArrayList<>();
    for (int at = Math.max(0, event - rows + 1); at <= event; at++) {
      PageMoments.Line it = story.get(at);
      String who = it.cpu() < 0 ? "" : "cpu" + it.cpu() + " ";
      String line = Paint.fit(Micros.text(nanos[at]) + "  " + who + it.text(), columns);
      lines.add(at == event ? paint.bold(line) : line);
    }
    return lines;
  }

  /** The last step before the next event: output up to there is shown. */
  private int step(int event) {
    return event + 1 < story.size() ? story.get(event + 1).step() - 1 : Integer.MAX_VALUE;
  }
}
