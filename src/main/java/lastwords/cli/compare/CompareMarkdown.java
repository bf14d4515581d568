package lastwords.cli.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.Markdown;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Comparison.Row;
import lastwords.engine.compare.Seen;

/** A comparison as Markdown tables. */
final class CompareMarkdown {
  private final PrintStream out;
  private final String nameA;
  private final String nameB;
  private final ComparedFiles files;

  CompareMarkdown(PrintStream out, String nameA, String nameB, ComparedFiles files) {
    this.out = out;
    this.nameA = nameA;
    this.nameB = nameB;
    this.files = files;
  }

  void print(List<Compared> all) throws IOException {
    if (all.isEmpty()) {
      out.println("nothing was compared");
      return;
    }
    List<String> headings =
        List.of("scenario", "outcome", Markdown.escaped(nameA), Markdown.escaped(nameB), "");
    List<List<String>> rows = all.stream().flatMap(one -> rows(one).stream()).toList();
    Markdown.table(headings, rows).forEach(out::println);
    for (Compared one : all) {
      runs(one);
    }
  }

  private static List<List<String>> rows(Compared one) {
    if (one.comparison().isEmpty()) {
      return List.of(List.of(one.name(), one.problem(), "", "", "could not run"));
    }
    List<List<String>> rows = new ArrayList<>();
    Comparison comparison = one.comparison().get();
    String name = "**" + Markdown.escaped(one.name()) + "**: " + one.change();
    for (Row row : comparison.rows()) {
      String before = row.before().map(Seen::often).orElse(comparison.before().absent());
      String after = row.after().map(Seen::often).orElse(comparison.after().absent());
      rows.add(List.of(name, Markdown.escaped(row.outcome()), before, after, row.change()));
      name = "";
    }
    return rows;
  }

  private void runs(Compared one) throws IOException {
    if (one.comparison().isEmpty()) {
      return;
    }
    out.println();
    out.println("Runs of " + Markdown.escaped(one.name()) + ":");
    out.println();
    for (Row row : one.comparison().get().rows()) {
      if (row.before().isPresent()) {
        run(one, "A", one.first().orElseThrow(), row.before().get());
      }
      if (row.after().isPresent()) {
        run(one, "B", one.second().orElseThrow(), row.after().get());
      }
    }
  }

  private void run(Compared one, String side, OnSide on, Seen seen) throws IOException {
    String again = files.again(one, on, seen);
    out.println(
        "- " + side + ", " + Markdown.escaped(seen.outcome().summary()) + ": `" + again + "`");
  }
}
