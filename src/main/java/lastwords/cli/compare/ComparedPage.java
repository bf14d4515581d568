package lastwords.cli.compare;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lastwords.cli.cases.RunCase;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.page.PairPage;
import lastwords.cli.page.RunPages;
import lastwords.engine.compare.Change;
import lastwords.engine.compare.Comparison.Row;
import lastwords.engine.compare.Seen;
import lastwords.engine.walk.Replay;
import lastwords.trace.TraceBuffer;
import lastwords.trace.page.RunPage;

/**
 * The page of a comparison: a run of each side of the scenario with the worst change, if possible
 * with outcomes that only one side has.
 */
final class ComparedPage {
  private ComparedPage() {}

  /** The page; empty if nothing was compared. */
  static Optional<PairPage> of(List<Compared> all, ComparedFiles files) throws IOException {
    Optional<Compared> most =
        all.stream()
            .filter(it -> it.comparison().isPresent())
            .max(Comparator.comparing(ComparedPage::harm));
    return most.isPresent() ? of(most.get(), files) : Optional.empty();
  }

  /** Unknown changes come last. */
  private static int harm(Compared one) {
    Change.Kind kind = one.comparison().orElseThrow().change().kind();
    return kind == Change.Kind.UNKNOWN ? -1 : kind.ordinal();
  }

  private static Optional<PairPage> of(Compared one, ComparedFiles files) throws IOException {
    List<Row> rows = one.comparison().orElseThrow().rows();
    Optional<Seen> before =
        telling(rows.stream().filter(it -> it.before().isPresent()).toList()).flatMap(Row::before);
    Optional<Seen> after =
        telling(rows.stream().filter(it -> it.after().isPresent()).toList()).flatMap(Row::after);
    return before.isEmpty() || after.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PairPage(
                page(one, one.first().orElseThrow(), before.get(), files),
                page(one, one.second().orElseThrow(), after.get(), files)));
  }

  /** A row that has changed, if there is one. */
  private static Optional<Row> telling(List<Row> rows) {
    return rows.stream().filter(Row::changed).findFirst().or(() -> rows.stream().findFirst());
  }

  private static RunPage page(Compared one, OnSide side, Seen seen, ComparedFiles files)
      throws IOException {
    TraceBuffer steps = new TraceBuffer();
    Replay.Done done = seen.runSpec().run(side.setup(), steps, steps::watch);
    RunCase run = RunCase.of(side.made(), 0, files.again(one, side, seen));
    return RunPages.of(side.made(), run, done.result(), steps, done.machine());
  }
}
