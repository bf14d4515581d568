package lastwords.cli;

import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import picocli.CommandLine.Command;

/** {@code lastwords list}. */
@Command(name = "list", description = "Lists the scenarios and machines that come with lastwords.")
final class ListCommand implements Callable<Integer> {
  private final Output output;

  ListCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Catalog catalog = Catalog.standard();
    Table scenarios = new Table("scenario", "title", "variants");
    for (String name : catalog.scenarios()) {
      Scenario scenario = catalog.scenario(name);
      scenarios.row(name, scenario.title(), Integer.toString(scenario.variants().size() - 1));
    }
    scenarios.print(output);
    output.out().println();
    Table machines = new Table("machine", "title");
    catalog.machines().forEach(machines::row);
    machines.print(output);
    output.out().println();
    output.command("next: ", "lastwords show SCENARIO, which has its variants, too");
    return ExitCode.OK;
  }
}
