package lastwords.cli;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lastwords.cli.cases.ListCommand;
import lastwords.cli.cases.ShowCommand;
import lastwords.cli.cluster.ClusterCommand;
import lastwords.cli.cluster.NodeSignalCommand;
import lastwords.cli.cluster.PartitionCommand;
import lastwords.cli.cluster.PsCommand;
import lastwords.cli.compare.CompareCommand;
import lastwords.cli.compare.ReviewCommand;
import lastwords.cli.console.FirstParameter;
import lastwords.cli.console.Output;
import lastwords.cli.convert.ConvertCommand;
import lastwords.cli.kernel.KernelCommand;
import lastwords.cli.matrix.MatrixCommand;
import lastwords.cli.orders.OrdersCommand;
import lastwords.cli.page.UiCommand;
import lastwords.cli.remote.FaultsCommand;
import lastwords.cli.remote.FetchCommand;
import lastwords.cli.remote.InjectCommand;
import lastwords.cli.remote.LaunchCommand;
import lastwords.cli.remote.OrderCommand;
import lastwords.cli.remote.OutcomeCommand;
import lastwords.cli.remote.PartsCommand;
import lastwords.cli.remote.RemoveCommand;
import lastwords.cli.remote.StepCommand;
import lastwords.cli.remote.TraceCommand;
import lastwords.cli.remote.WithdrawCommand;
import lastwords.cli.replay.DiffCommand;
import lastwords.cli.replay.ReplayCommand;
import lastwords.cli.report.ReportCommand;
import lastwords.cli.run.RunCommand;
import lastwords.cli.sampling.SampleCommand;
import lastwords.cli.sampling.SensitivityCommand;
import lastwords.cli.search.ExploreCommand;
import lastwords.cli.search.ShrinkCommand;
import lastwords.cli.search.WhereCanItStopCommand;
import lastwords.cli.search.WhyCommand;
import lastwords.cli.sql.SqlCommand;
import lastwords.cli.test.TestCommand;
import lastwords.cluster.node.MachineOrder;
import picocli.CommandLine;

/** The verbs of the program by name, in the order in which help lists them. */
final class Verbs {
  private static final Map<String, Function<Output, Object>> ALL = all();
  private static final Set<String> OF_OTHERS = Set.of("help", "completion"); // they need all verbs
  private static final Map<String, String> FORMER_NAMES = Map.of("finish", "stop");
  private static final Map<String, String> FORMER_OPTIONS =
      Map.of("--impatient", "--early-timeouts");

  private Verbs() {}

  static Collection<String> names() {
    return Collections.unmodifiableSet(ALL.keySet());
  }

  /** The verb in the form that picocli needs: a command line or an annotated object. */
  static Object create(String verb, Output output) {
    return ALL.get(verb).apply(output);
  }

  /** The command line with former names of its verb and options replaced by the present ones. */
  static String[] withPresentNames(String... args) {
    String[] present = args.clone();
    Arrays.setAll(present, i -> FORMER_OPTIONS.getOrDefault(args[i], args[i]));
    int at = args.length > 1 && args[0].equals("help") ? 1 : 0;
    if (args.length > 0) {
      present[at] = FORMER_NAMES.getOrDefault(args[at], args[at]);
    }
    return present;
  }

  /** Creating all of them takes longer than reading a scenario: only the verb that is needed. */
  static Collection<String> neededFor(String... args) {
    boolean one = args.length > 0 && ALL.containsKey(args[0]) && !OF_OTHERS.contains(args[0]);
    return one ? List.of(args[0]) : names();
  }

  private static Map<String, Function<Output, Object>> all() {
    Map<String, Function<Output, Object>> verbs = new LinkedHashMap<>();
    verbs.put("run", RunCommand::new);
    verbs.put("ui", UiCommand::create);
    verbs.put("explore", ExploreCommand::new);
    verbs.put("sample", SampleCommand::new);
    verbs.put("sensitivity", SensitivityCommand::new);
    verbs.put("where-can-it-stop", WhereCanItStopCommand::new);
    verbs.put("test", TestCommand::new);
    verbs.put("list", ListCommand::new);
    verbs.put("show", ShowCommand::new);
    verbs.put("kernel", KernelCommand::create);
    verbs.put("compare", CompareCommand::new);
    verbs.put("review", ReviewCommand::new);
    verbs.put("matrix", MatrixCommand::new);
    verbs.put("orders", OrdersCommand::new);
    verbs.put("report", ReportCommand::new);
    verbs.put("replay", ReplayCommand::new);
    verbs.put("shrink", output -> orWitness(new ShrinkCommand(output)));
    verbs.put("why", output -> orWitness(new WhyCommand(output)));
    verbs.put("diff", DiffCommand::new);
    verbs.put("convert", ConvertCommand::create);
    verbs.put("sql", SqlCommand::new);
    clusters(verbs);
    verbs.put("version", VersionCommand::new);
    verbs.put("completion", CompletionCommand::new);
    verbs.put("help", HelpCommand::new);
    return verbs;
  }

  /** Adds to the usage of a verb that accepts a witness in place of a scenario. */
  private static CommandLine orWitness(Object verb) {
    return FirstParameter.changed(
        verb,
        it ->
            it.paramLabel("SCENARIO|WITNESS")
                .description("a scenario, or a file written by --witness-dir"));
  }

  private static void clusters(Map<String, Function<Output, Object>> verbs) {
    verbs.put("cluster", ClusterCommand::create);
    verbs.put("node", NodeCommand::new);
    verbs.put("launch", LaunchCommand::new);
    verbs.put("ps", PsCommand::new);
    verbs.put("parts", PartsCommand::new);
    for (MachineOrder order : MachineOrder.values()) {
      verbs.put(order.word(), output -> OrderCommand.create(output, order));
    }
    verbs.put("step", StepCommand::new);
    verbs.put("remove", RemoveCommand::new);
    verbs.put("inject", InjectCommand::new);
    verbs.put("faults", FaultsCommand::new);
    verbs.put("withdraw", WithdrawCommand::new);
    verbs.put("trace", TraceCommand::new);
    verbs.put("outcome", OutcomeCommand::new);
    verbs.put("fetch", FetchCommand::new);
    for (NodeSignalCommand.Deed deed : NodeSignalCommand.Deed.values()) {
      verbs.put(deed.verb(), output -> NodeSignalCommand.create(output, deed));
    }
    verbs.put("partition", output -> PartitionCommand.create(output, true));
    verbs.put("heal", output -> PartitionCommand.create(output, false));
  }

  /** A verb that sends a machine an order. */
}
