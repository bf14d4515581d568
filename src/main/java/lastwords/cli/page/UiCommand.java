package lastwords.cli.page;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.cases.RunCase;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.Output;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.TraceBuffer;
import lastwords.web.page.PageServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords ui}. */
@Command(
    name = "ui",
    description = "Runs a scenario once and shows it in a browser, step by step.",
    sortOptions = false)
public final class UiCommand implements Callable<Integer> {
  private final Output output;

  @Mixin private CaseOptions options;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of the timing; default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "where the page is served on this machine; default: one that is free")
  private int port;

  @Option(
      names = "--no-browser",
      description = "only says where the page is; else a browser is opened if there is one")
  private boolean withoutBrowser;

  @Option(
      names = "--states",
      paramLabel = "N",
      description =
          "states to reach at most where the page tells what is still possible;"
              + " default: ${DEFAULT-VALUE}")
  private int states = 100_000;

  /** A page, and who answers what it asks. */
  private record Shown(String page, Map<String, PageServer.Question> questions) {}

  public UiCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    Shown shown = shown(options.find(Catalog.standard()));
    try (Interrupt interrupt = new Interrupt();
        PageServer server = serve(shown)) {
      output.out().println(server.address() + "  (Ctrl-C ends it)");
      output.out().flush();
      if (!withoutBrowser) {
        open(server.address());
      }
      waitFor(interrupt);
    }
    return ExitCode.OK;
  }

  private static void waitFor(Interrupt interrupt) {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      interrupt.requested(); // that is how it ends
    }
  }

  private PageServer serve(Shown shown) throws IOException {
    try {
      return new PageServer(shown.page(), shown.questions(), port);
    } catch (BindException | IllegalArgumentException e) {
      throw new ScenarioException(List.of("--port " + port + ": " + e.getMessage()));
    }
  }

  private Shown shown(Case made) throws IOException {
    Setup setup = made.setup();
    Machine machine = Simulator.booted(setup);
    TraceBuffer steps = new TraceBuffer();
    RunResult result = Simulator.run(setup, seed, steps, new LocalHost(machine));
    RunCase run = RunCase.of(made, options, seed);
    HandPaths paths = new HandPaths(made, options, setup);
    PossibleOutcomes outcomes = new PossibleOutcomes(setup, made.checkMethod(), states);
    return new Shown(
        HtmlFile.asking(RunPages.of(made, run, result, steps, machine)),
        Map.of("/path.json", paths::answer, "/outcomes.json", outcomes::answer));
  }

  /** A desktop has a program for that; without one the address is there to be clicked. */
  private static void open(URI address) {
    if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
      return;
    }
    try {
      new ProcessBuilder("xdg-open", address.toString())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      // no desktop: the address has been printed
    }
  }
}
