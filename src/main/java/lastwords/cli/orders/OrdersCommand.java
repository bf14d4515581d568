package lastwords.cli.orders;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.ConditionOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.ResultFolder;
import lastwords.cli.console.TextFormat;
import lastwords.cli.effort.Deadline;
import lastwords.cli.effort.EffortOptions;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Catalog;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords orders}. */
@Command(
    name = "orders",
    description = {
      "Compares orders of panic(): what happens to the crash kernel, pstore, the host and the console "
          + "when a notifier hangs, takes a long time, is locked or resets the machine.",
      "An order is a variant of the scenario, or a permutation of settings."
    },
    sortOptions = false)
public final class OrdersCommand implements Callable<Integer> {
  private static final int MOST_ORDERS = 100_000;

  private final Output output;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      completionCandidates = Candidates.Scenarios.class,
      description = "whose variants are orders; default: ${DEFAULT-VALUE}")
  private String scenario = "notifiers/orders";

  @Option(
      names = "--kernel",
      paramLabel = "K",
      completionCandidates = Candidates.Kernels.class,
      description = "another release, or 5.18+./my.c with notifiers of your own; the patches stay")
  private Optional<String> kernel = Optional.empty();

  @Mixin private ConditionOptions conditions;

  @Option(
      names = "--orders",
      paramLabel = "V",
      split = ",",
      description = "only these variants; default: all")
  private List<String> orders = List.of();

  @Option(
      names = "--permute",
      paramLabel = "S",
      split = ",",
      description = {
        "instead: the (first) variant with the values of these settings in every order, such as "
            + "stage_kexec,stage_hypervisor or gsmi_panic_callback_priority,panic_event_priority"
      })
  private List<String> permuted = List.of();

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "maximum number of permutations; default: ${DEFAULT-VALUE}")
  private int most = 120;

  @Option(
      names = "--notifiers",
      paramLabel = "F",
      split = ",",
      description = "only these callbacks; default: all that the scenario has")
  private List<String> notifiers = List.of();

  @Option(
      names = "--faults",
      paramLabel = "W",
      split = ",",
      description =
          "what goes wrong, in one notifier at a time: hangs, takes=10s, locked (by a stopped CPU),"
              + " resets; default: hangs,takes=10s,locked")
  private List<String> faults = List.of("hangs", "takes=10s", "locked");

  @Option(
      names = "--swaps",
      description = "shows which swaps of neighbouring notifiers change an outcome")
  private boolean swaps;

  @Mixin private EffortOptions effort = new EffortOptions(5_000, 3);

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "writes a line for each order and fault")
  private Optional<OutputFile> csv = Optional.empty();

  @Mixin private ResultFolder folder;

  @ArgGroup private TextFormat format = new TextFormat();

  public OrdersCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    OptionRange.check("--most", most, 1, MOST_ORDERS);
    Deadline deadline = effort.begin();
    NotifierFault.check(faults);
    OrderBook book =
        new OrderBook(Catalog.standard().scenario(scenario), kernel, conditions, orders, notifiers);
    List<Order> known = book.orders();
    Optional<Permutations> permutations = permutations(known.get(0));
    List<Order> tried = permutations.map(it -> it.orders(known.get(0), most)).orElse(known);
    List<List<NotifierFault>> wrong =
        tried.stream()
            .map(it -> NotifierFault.all(book.notifiers(it), faults, it.image()))
            .toList();
    OrderTrials trials = new OrderTrials(output, new Scoring(effort, deadline::isOver));
    try (Interrupt interrupt = new Interrupt()) {
      List<OrderResult> results =
          new ArrayList<>(deadline.bound(() -> trials.orders(tried, wrong)));
      List<Swap> changes = swaps ? deadline.bound(() -> trials.swaps(results)) : List.of();
      boolean interrupted = interrupt.requested();
      results.sort(OrderResult.BEST_FIRST);
      String title = book.title(faults) + permutations.map(it -> it.tried(tried.size())).orElse("");
      show(new OrdersResult(title, results, changes, book.leftOut(), effort.runs()));
      if (!trials.complete()) {
        String why = interrupted ? "interrupted: " : "the time was up: ";
        String all = Wording.count(tried.size(), "order") + (swaps ? ", not all swaps" : "");
        output.complain(why + results.size() + " of " + all);
      }
      output.out().flush();
      return interrupted ? ExitCode.INTERRUPTED : ExitCode.OK;
    }
  }

  private Optional<Permutations> permutations(Order base) {
    return permuted.isEmpty()
        ? Optional.empty()
        : Optional.of(Permutations.of(permuted, base.image()));
  }

  private void show(OrdersResult result) throws IOException {
    folder.write(List.of("orders", result.title()), OrdersData.json(result));
    if (format.json()) {
      output.out().println(OrdersData.json(result));
    } else if (format.markdown()) {
      new OrdersReport(output, result).markdown();
    } else {
      new OrdersReport(output, result).text();
    }
    if (csv.isPresent()) {
      csv.get().write(OrdersData.csv(result));
    }
  }
}
