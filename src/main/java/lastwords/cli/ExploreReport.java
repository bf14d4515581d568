package lastwords.cli;

import java.io.PrintStream;
import java.util.List;
import lastwords.engine.explore.Choice;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.scenario.Case;
import lastwords.scenario.Judgement;
import lastwords.scenario.Observe;

/**
 * An exploration for people: the outcomes, the counts, the claims, and how each outcome comes
 * about.
 */
final class ExploreReport {
  private static final int EDGE = 12; // choices of a witness that are shown at its end

  private final Output output;
  private final PrintStream out;

  ExploreReport(Output output) {
    this.output = output;
    this.out = output.out();
  }

  void print(Case made, Exploration found, Judgement judgement, Claims claims) {
    String variant = made.variant().equals("default") ? "" : " (" + made.variant() + ")";
    String kernel = made.kernel().name();
    out.println(
        made.scenario()
            + variant
            + ", kernel "
            + kernel
            + ", machine "
            + made.machine().name()
            + ":");
    table(found);
    out.println();
    counts(found);
    if (!made.expectations().isEmpty()) {
      claims(judgement, claims);
    }
    for (int i = 0; i < found.findings().size(); i++) {
      why(i + 1, found.findings().get(i));
    }
  }

  private void table(Exploration found) {
    Table table = new Table("#", "observed", "states", "steps", "outcome");
    for (int i = 0; i < found.findings().size(); i++) {
      Finding finding = found.findings().get(i);
      table.row(
          Integer.toString(i + 1),
          observed(finding),
          Integer.toString(finding.states()),
          Integer.toString(finding.witness().size()),
          finding.outcome().summary());
    }
    table.print(out);
  }

  static String observed(Finding finding) {
    return finding.always() ? "always" : "sometimes";
  }

  private void counts(Exploration found) {
    String end = found.end().word();
    out.println(
        found.states()
            + " states, "
            + found.transitions()
            + " transitions, depth "
            + found.depth()
            + ", "
            + found.doomed()
            + " states from which only a hang can follow");
    out.println(
        found.exhausted() ? output.green(end) : output.red(end + ": there may be more outcomes"));
  }

  private void claims(Judgement judgement, Claims claims) {
    switch (claims) {
      case HOLD -> out.println(output.green("as expected"));
      case UNDECIDED -> out.println(output.red("undecided: the expectations may or may not hold"));
      default -> out.println(output.red("NOT as expected"));
    }
    for (Judgement.Line line : judgement.lines()) {
      boolean open =
          claims == Claims.UNDECIDED && line.expectation().observe() != Observe.SOMETIMES;
      if (claims != Claims.HOLD && (open || !line.ok())) {
        out.println(
            "  "
                + line.expectation().text()
                + ": in "
                + line.seen()
                + " of "
                + judgement.runs()
                + " final states");
      }
    }
    judgement
        .unexpected()
        .forEach(seen -> out.println("  not allowed: " + seen.outcome().summary()));
  }

  private void why(int number, Finding finding) {
    out.println();
    out.println(output.bold("outcome " + number + ": " + finding.outcome().summary()));
    finding.run().explanation().forEach(line -> out.println("  " + line));
    List<String> words = finding.witness().stream().map(Choice::text).toList();
    int cut = Math.max(0, words.size() - EDGE);
    String before = cut == 0 ? "" : "(" + cut + " choices) ";
    out.println("  witness: " + before + String.join(" ", words.subList(cut, words.size())));
  }
}
