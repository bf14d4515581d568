package lastwords.cli.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.Output;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Seen;
import lastwords.kernelc.source.Wording;

/** A review as text that fits into a reply by mail. */
final class ReviewReport {
  private static final int WIDTH = 72;
  private static final int OUTCOMES = 4; // of a case

  private final Output output;
  private final ReviewStories stories;

  ReviewReport(Output output, ReviewStories stories) {
    this.output = output;
    this.stories = stories;
  }

  void print(Reviewed review) throws IOException {
    if (review.changesNothing()) {
      line("nothing changes: no function of a kernel is different");
      return;
    }
    boolean known = !review.changed().isEmpty();
    line(known ? "changed: " + String.join(", ", review.changed()) : "nothing was compared");
    if (!review.compared().isEmpty()) {
      output.out().println();
      counts(review);
    }
    for (Compared one : review.differing()) {
      details(one);
    }
    if (!review.compared().isEmpty() && review.differing().isEmpty()) {
      output.out().println();
      line(output.green("nothing changes in any of them"));
    }
    left(review);
  }

  private void counts(Reviewed review) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    review.compared().forEach(one -> counts.merge(one.change(), 1, Integer::sum));
    counts.forEach((change, count) -> line(String.format(Locale.ROOT, "%4d %s", count, change)));
  }

  private void left(Reviewed review) {
    output.out().println();
    not(review.notReached().size(), "not compared: none of their runs reaches a changed function");
    not(
        review.notTried().size(),
        "not compared: " + (review.interrupted() ? "interrupted" : "there was no time for them"));
    review
        .misfits()
        .forEach(
            it ->
                not(
                    it.cases().size(),
                    "not compared" + it.few() + ": the patch does not fit " + it.text()));
  }

  private void not(int count, String why) {
    if (count > 0) {
      line(String.format(Locale.ROOT, "%4d %s", count, why));
    }
  }

  private void details(Compared one) throws IOException {
    Comparison comparison = one.comparison().orElseThrow();
    output.out().println();
    String change = one.worse() ? output.red(one.change()) : output.green(one.change());
    boolean fits = one.name().length() + 2 + one.change().length() <= WIDTH;
    output.out().println(output.bold(one.name()) + ":" + (fits ? " " : "\n  ") + change);
    List<Comparison.Row> changed =
        comparison.rows().stream().filter(Comparison.Row::changed).toList();
    for (Comparison.Row row : changed.subList(0, Math.min(OUTCOMES, changed.size()))) {
      row.before().ifPresent(seen -> shown("- ", one, one.first(), seen, row));
      row.after().ifPresent(seen -> shown("+ ", one, one.second(), seen, row));
    }
    if (changed.size() > OUTCOMES) {
      line("  and " + Wording.count(changed.size() - OUTCOMES, "more outcome") + ", new or gone");
    }
  }

  private void shown(
      String sign, Compared one, Optional<OnSide> side, Seen seen, Comparison.Row row) {
    try {
      line(sign + seen.often() + ": " + row.outcome());
      stories.story(side.orElseThrow(), seen).forEach(it -> line("    " + it));
      output.command("  again: ", stories.again(one, side.orElseThrow(), seen));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line, wrapped to the width of a mail. */
  private void line(String text) {
    String indent = " ".repeat(text.length() - text.stripLeading().length() + 2);
    String rest = text;
    while (rest.length() > WIDTH) {
      int space = rest.lastIndexOf(' ', WIDTH);
      int end = space > indent.length() ? space : WIDTH;
      output.out().println(rest.substring(0, end).stripTrailing());
      rest = indent + rest.substring(end).stripLeading();
    }
    output.out().println(rest);
  }
}
