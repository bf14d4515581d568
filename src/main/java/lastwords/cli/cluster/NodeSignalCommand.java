package lastwords.cli.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cluster.local.LocalCluster;
import lastwords.cluster.local.LocalNode;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that send a signal to a node of the local cluster, or restart it. */
@Command(sortOptions = false)
public final class NodeSignalCommand implements Callable<Integer> {
  private static final long GONE_MILLIS = 10_000;

  private final Output output;
  private final Deed deed;

  /** The verbs' actions. */
  public enum Deed {
    STOP(
        "stop-node",
        "stopped",
        "is stopped",
        "Stops the process of a node (SIGSTOP): its parts freeze."),
    CONT("cont-node", "running", "continues", "Continues the process of a stopped node (SIGCONT)."),
    KILL(
        "kill-node",
        "dead",
        "is dead",
        "Kills the process of a node (SIGKILL): its parts are lost."),
    RESTART(
        "restart-node",
        "starting",
        "is restarted",
        "Restarts a dead node under its name, without its parts.");

    private final String verb;
    private final String state;
    private final String done;
    private final String description;

    Deed(String verb, String state, String done, String description) {
      this.verb = verb;
      this.state = state;
      this.done = done;
      this.description = description;
    }

    public String verb() {
      return verb;
    }
  }

  @Parameters(paramLabel = "NODE", description = "its name in 'lastwords cluster status'")
  private String name = "";

  @Mixin private LocalClusterOption local;

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  private NodeSignalCommand(Output output, Deed deed) {
    this.output = output;
    this.deed = deed;
  }

  public static CommandLine create(Output output, Deed deed) {
    CommandLine command = new CommandLine(new NodeSignalCommand(output, deed));
    command.getCommandSpec().name(deed.verb).usageMessage().description(deed.description);
    return command;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    LocalCluster cluster = local.cluster();
    if (deed == Deed.RESTART) {
      cluster.restart(name);
    } else {
      signal(cluster.node(name));
    }
    Map<String, String> done = new TreeMap<>(Map.of("node", name, "state", deed.state));
    output.out().println(json ? ClusterJson.of("node", done) : name + " " + deed.done);
    return ExitCode.OK;
  }

  private void signal(LocalNode node) throws IOException, InterruptedException {
    if (!node.alive()) {
      throw new ScenarioException(
          List.of(name + " is dead; restart it with: lastwords restart-node " + name));
    }
    node.signal(deed.name());
    if (deed == Deed.KILL) {
      node.awaitEnd(GONE_MILLIS);
    }
  }
}
