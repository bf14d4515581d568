package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lastwords.cli.console.Markdown;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.kernelc.source.Wording;

/** Orders for people, as tables of text or of Markdown. */
final class OrdersReport {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final List<String> HEADINGS =
      List.of(
          "order", "kdump", "complete", "pstore", "host", "console", "ends", "median", "longest");
  private static final List<String> WORST = List.of("order", "worst with", "outcome");
  private static final List<String> SWAPS =
      List.of("order", "swapped notifiers", "better", "worse", "with");

  private final Output output;
  private final OrdersResult result;

  OrdersReport(Output output, OrdersResult result) {
    this.output = output;
    this.result = result;
  }

  void text() {
    output.text(result.title() + untried());
    tables(this::plain);
    output.out().println();
    notes().forEach(output::text);
  }

  void markdown() {
    output.out().println(result.title() + untried());
    tables(this::table);
    output.out().println();
    notes().forEach(note -> output.out().println("- " + note));
  }

  /** Prints a table with these headings and rows. */
  private interface Shown {
    void table(List<String> headings, List<List<String>> rows);
  }

  private String untried() {
    return result.orders().isEmpty() ? "; nothing was tried" : "";
  }

  private void tables(Shown shown) {
    if (result.orders().isEmpty()) {
      return;
    }
    output.out().println();
    shown.table(HEADINGS, result.orders().stream().map(this::cells).toList());
    output.out().println();
    shown.table(WORST, result.orders().stream().map(OrdersReport::worst).toList());
    if (!result.swaps().isEmpty()) {
      output.out().println();
      shown.table(SWAPS, result.swaps().stream().map(OrdersReport::cells).toList());
    }
  }

  private void plain(List<String> headings, List<List<String>> rows) {
    Table table = new Table(headings.toArray(String[]::new));
    rows.forEach(row -> table.row(row.toArray(String[]::new)));
    table.print(output);
  }

  private void table(List<String> headings, List<List<String>> rows) {
    List<List<String>> cells = rows.stream().map(Markdown::escaped).toList();
    Markdown.table(headings, cells).forEach(output.out()::println);
  }

  private List<String> cells(OrderResult order) {
    return List.of(
        order.order().name(),
        share(order, Score::entered),
        share(order, Score::complete),
        share(order, Score::pstore),
        share(order, Score::told),
        share(order, Score::console),
        share(order, score -> score.nanos() != Score.NEVER),
        seconds(order.median()),
        seconds(order.longest()));
  }

  private static List<String> worst(OrderResult order) {
    int worst = order.worst();
    String outcome = order.score(worst).outcomes().get(0);
    return List.of(order.order().name(), order.faults().get(worst).text(), outcome);
  }

  private static String share(OrderResult order, Predicate<Score> holds) {
    return order.count(holds) + "/" + order.measured().size();
  }

  /** What the numbers mean, and what they do not. */
  private List<String> notes() {
    if (result.orders().isEmpty()) {
      return result.leftOut();
    }
    List<String> notes = new ArrayList<>();
    notes.add(
        "Each order without a fault and with "
            + Wording.count(result.faults() - 1, "fault")
            + ". kdump: the crash kernel is entered and does its work;"
            + " complete: its dump has the registers of all CPUs; pstore: the record is written; host:"
            + " the hypervisor is told; console: all messages; ends: no hang. The best order comes"
            + " first.");
    notes.add(how() + " Times are of one run.");
    notes.addAll(result.leftOut());
    return notes;
  }

  private String how() {
    int exhausted = result.exhausted();
    int cells = result.cells();
    String others =
        cells
            - exhausted
            + " of "
            + Wording.count(cells, "cell")
            + ": "
            + Wording.count(result.runs(), "seeded run")
            + " each.";
    return exhausted == cells
        ? "All " + Wording.count(cells, "cell") + ": every interleaving."
        : exhausted == 0
            ? others
            : Wording.count(exhausted, "cell") + ": every interleaving. " + others;
  }

  private static List<String> cells(Swap swap) {
    String with =
        swap.changed().stream().limit(3).map(NotifierFault::text).collect(Collectors.joining("; "));
    return List.of(
        swap.order().name(),
        swap.first() + " and " + swap.second(),
        Integer.toString(swap.better()),
        Integer.toString(swap.worse()),
        with + (swap.changed().size() > 3 ? "; ..." : ""));
  }

  static String seconds(long nanos) {
    return nanos == Score.NEVER
        ? "never"
        : String.format(Locale.ROOT, "%.3f s", nanos / NANOS_PER_SECOND);
  }
}
