package lastwords.cli.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.cli.cases.StackOption;
import lastwords.cli.compare.Compared.OnSide;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.engine.compare.Comparison;
import lastwords.engine.compare.Comparison.Row;
import lastwords.engine.compare.Seen;

/** A readable comparison, suitable for mail: narrow enough, and without colours in a file. */
final class CompareReport {
  private static final int LINES = 2; // of an explanation

  private final Output output;
  private final PrintStream out;
  private final String nameA;
  private final String nameB;
  private final ComparedFiles files;

  CompareReport(Output output, String nameA, String nameB, ComparedFiles files) {
    this.output = output;
    this.out = output.out();
    this.nameA = nameA;
    this.nameB = nameB;
    this.files = files;
  }

  void print(List<Compared> all) throws IOException {
    output.text("A: " + nameA);
    output.text("B: " + nameB);
    out.println();
    if (all.isEmpty()) {
      output.text("nothing was compared");
      return;
    }
    Table table = new Table("scenario", "A", "B", "", "outcome");
    all.forEach(it -> rows(table, it));
    table.print(output);
    for (Compared one : all) {
      details(one);
    }
    if (all.size() > 1) {
      total(all);
    }
  }

  /** {@code 3 scenarios: 2 fixed, 1 unchanged}. */
  private void total(List<Compared> all) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    all.forEach(one -> counts.merge(one.change(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((change, count) -> parts.add(count + " " + change));
    out.println();
    output.text(all.size() + " scenarios: " + String.join(", ", parts));
  }

  private static void rows(Table table, Compared one) {
    if (one.comparison().isEmpty()) {
      table.row(one.name(), "", "", "could not run", one.problem());
      return;
    }
    Comparison comparison = one.comparison().get();
    String name = one.name();
    for (Row row : comparison.rows()) {
      String before = row.before().map(Seen::often).orElse(comparison.before().absent());
      String after = row.after().map(Seen::often).orElse(comparison.after().absent());
      table.row(name, before, after, row.change(), row.outcome());
      name = "";
    }
  }

  private void details(Compared one) throws IOException {
    if (one.comparison().isEmpty()) {
      return;
    }
    Comparison comparison = one.comparison().get();
    String change = one.change();
    out.println();
    String coloured = one.worse() ? output.red(change) : output.green(change);
    output.text(output.bold(one.name()) + ": " + coloured);
    output.text("  A: " + comparison.before().how() + "; B: " + comparison.after().how());
    for (Row row : comparison.rows()) {
      shown(one, "A", one.first(), row.before(), row);
      shown(one, "B", one.second(), row.after(), row);
    }
  }

  private void shown(Compared one, String side, Optional<OnSide> on, Optional<Seen> seen, Row row)
      throws IOException {
    if (seen.isEmpty() || on.isEmpty()) {
      return;
    }
    output.text("  " + side + ", " + seen.get().often() + ": " + row.outcome());
    if (row.changed() || side.equals("A")) {
      StackOption.shortened(seen.get().explanation()).stream()
          .limit(LINES)
          .forEach(line -> output.text("    " + line));
    }
    String again = files.again(one, on.get(), seen.get());
    if (again.startsWith("lastwords ")) {
      output.command("    run: ", again);
    } else {
      output.text("    run: " + again);
    }
  }
}
