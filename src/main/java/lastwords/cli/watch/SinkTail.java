package lastwords.cli.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lastwords.trace.page.SinkWords;

/** What has reached each console and pstore up to a step. */
final class SinkTail {
  private final Map<String, List<SinkWords.Words>> sinks;

  SinkTail(Map<String, List<SinkWords.Words>> sinks) {
    this.sinks = sinks;
  }

  /**
   * Its name, then its last lines; sinks share the rows evenly, and unused rows go to the others.
   */
  List<String> lines(int step, int rows, int columns, Paint paint) {
    List<String> lines = new ArrayList<>();
    int left = sinks.size();
    for (Map.Entry<String, List<SinkWords.Words>> sink : sinks.entrySet()) {
      int share = (rows - lines.size()) / left--;
      if (share < 2) {
        continue;
      }
      lines.add(paint.bold(Paint.fit("--- " + sink.getKey() + " ", columns)));
      List<String> got = got(sink.getValue(), step);
      int first = Math.max(0, got.size() - (share - 1));
      got.subList(first, got.size()).forEach(it -> lines.add(Paint.fit(it, columns)));
    }
    return lines;
  }

  private static List<String> got(List<SinkWords.Words> words, int step) {
    StringBuilder text = new StringBuilder();
    words.stream().filter(it -> it.step() <= step).forEach(it -> text.append(it.text()));
    return text.isEmpty() ? List.of("(nothing)") : text.toString().lines().toList();
  }
}
