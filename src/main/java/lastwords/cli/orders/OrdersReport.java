package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;

/** Orders for people, as tables of text or of Markdown. */
final class OrdersReport {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String[] HEADINGS = {
    "order",
    "crash kernel",
    "dump complete",
    "pstore",
    "host told",
    "console",
    "ends",
    "median",
    "longest",
    "worst case"
  };

  private final Output output;
  private final OrdersResult result;

  OrdersReport(Output output, OrdersResult result) {
    this.output = output;
    this.result = result;
  }

  void text() {
    output.text(result.title());
    output.out().println();
    Table table = new Table(HEADINGS);
    result.orders().forEach(order -> table.row(cells(order).toArray(String[]::new)));
    table.print(output);
    output.out().println();
    notes().forEach(output::text);
    if (!result.swaps().isEmpty()) {
      Table swaps = new Table("order", "two that change places", "better", "worse", "with");
      result.swaps().forEach(swap -> swaps.row(cells(swap).toArray(String[]::new)));
      output.out().println();
      swaps.print(output);
    }
  }

  void markdown() {
    output.out().println(result.title());
    output.out().println();
    table(List.of(HEADINGS), result.orders().stream().map(this::cells).toList());
    output.out().println();
    notes().forEach(note -> output.out().println("- " + note));
    if (!result.swaps().isEmpty()) {
      output.out().println();
      List<String> headings = List.of("order", "two that change places", "better", "worse", "with");
      table(headings, result.swaps().stream().map(OrdersReport::cells).toList());
    }
  }

  private void table(List<String> headings, List<List<String>> rows) {
    output.out().println("| " + String.join(" | ", headings) + " |");
    output.out().println("|" + "---|".repeat(headings.size()));
    for (List<String> row : rows) {
      String cells = row.stream().map(OrdersReport::escaped).collect(Collectors.joining(" | "));
      output.out().println("| " + cells + " |");
    }
  }

  private static String escaped(String text) {
    return text.replace("|", "\\|").replace("_", "\\_");
  }

  private List<String> cells(OrderResult order) {
    int worst = order.worst();
    return List.of(
        order.order().name(),
        share(order, Score::entered),
        share(order, Score::complete),
        share(order, Score::pstore),
        share(order, Score::told),
        share(order, Score::console),
        share(order, score -> score.nanos() != Score.NEVER),
        seconds(order.median()),
        seconds(order.longest()),
        order.faults().get(worst).text() + ": " + order.score(worst).outcomes().get(0));
  }

  private static String share(OrderResult order, Predicate<Score> holds) {
    return order.count(holds) + "/" + order.measured().size();
  }

  /** What the numbers mean, and what they do not. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Of " + result.faults() + " faults each, none among them; the best order comes first.");
    notes.add(how() + " Times are of one run.");
    notes.addAll(result.leftOut());
    return notes;
  }

  private String how() {
    int exhausted = result.exhausted();
    int cells = result.cells();
    String others =
        "%d of %d cells: %s each.".formatted(cells - exhausted, cells, times(result.runs()));
    return exhausted == cells
        ? "All " + cells + " cells: every interleaving."
        : exhausted == 0 ? others : exhausted + " cells: every interleaving. " + others;
  }

  private static String times(int runs) {
    return runs == 1 ? "1 seeded run" : runs + " seeded runs";
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
