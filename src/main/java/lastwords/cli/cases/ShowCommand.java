package lastwords.cli.cases;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.engine.FaultDescription;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.expect.Expectation;
import lastwords.scenario.setting.Overrides;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords show}. */
@Command(
    name = "show",
    description = "Explains a scenario: kernel, machine, what each CPU does, what is expected.")
public final class ShowCommand implements Callable<Integer> {
  private final Output output;
  private final PrintStream out;

  @Parameters(
      paramLabel = "SCENARIO",
      completionCandidates = Candidates.Scenarios.class,
      description = "a name from 'lastwords list', or a file; SCENARIO:VARIANT shows one variant")
  private String name = "";

  @Option(names = "--json", description = "prints one JSON object instead of text")
  private boolean json;

  public ShowCommand(Output output) {
    this.output = output;
    this.out = output.out();
  }

  @Override
  public Integer call() throws IOException {
    CaseName wanted = CaseName.of(name);
    Scenario scenario = Catalog.standard().scenario(wanted.scenario());
    List<Case> cases =
        wanted
            .variant()
            .map(it -> List.of(scenario.variant(it, Overrides.NONE)))
            .orElseGet(scenario::cases);
    if (json) {
      output.out().println(ShowJson.of(scenario, cases));
    } else {
      show(scenario, cases);
    }
    return ExitCode.OK;
  }

  private void show(Scenario scenario, List<Case> cases) {
    output.text(output.bold(scenario.name()) + ": " + scenario.title());
    if (!scenario.source().isEmpty()) {
      output.text("source: " + scenario.source());
    }
    cases.forEach(this::show);
  }

  private void show(Case made) {
    out.println();
    output.text(output.bold("variant " + made.variant()));
    output.text("  kernel   " + made.kernel().name() + ": " + made.kernel().title());
    output.text("  machine  " + describe(made.machine()));
    for (int cpu = 0; cpu < made.machine().cpus(); cpu++) {
      output.text("  cpu" + cpu + "     " + made.runs().getOrDefault(cpu, "idle"));
    }
    made.settings().forEach((name, value) -> output.text("  setting  " + name + " = " + value));
    made.faults().forEach(fault -> output.text("  fault    " + FaultDescription.of(fault)));
    made.expectations().forEach(this::expectation);
  }

  private static String describe(MachineConfig machine) {
    StringBuilder text = new StringBuilder(machine.name());
    text.append(", ").append(machine.cpus()).append(" CPUs");
    text.append(machine.nmi() ? ", NMI" : ", no NMI");
    for (Uart uart : machine.uarts()) {
      text.append(", console ").append(uart.name());
    }
    text.append(machine.pram().zones() > 0 ? ", pstore" : "");
    return text.append(machine.crashImage() ? ", crash kernel" : "").toString();
  }

  private void expectation(Expectation line) {
    output.text("  expect   " + line.text());
    if (!line.because().isEmpty()) {
      output.text("           because " + line.because());
    }
  }
}
