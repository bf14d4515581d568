package lastwords.cli.page;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import lastwords.cli.cases.Candidates;
import lastwords.cli.cases.CaseName;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.FirstParameter;
import lastwords.cli.console.Interrupt;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.PortNumber;
import lastwords.scenario.Scenario;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.setting.Overrides;
import lastwords.web.page.PageServer;
import lastwords.web.page.PageSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords ui}. */
@Command(
    name = "ui",
    description = {
      "Runs a scenario once and shows it in a browser, step by step.",
      "Also takes a witness, a recording or a trace (JSON lines); without an argument, lists the scenarios.",
      "With --with and the like it shows two runs side by side."
    },
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
      description = "port of the page on this machine; default: a free one")
  private int port;

  @Option(
      names = "--no-browser",
      description =
          "only prints the page's address; otherwise opens it in a browser, if there is one")
  private boolean withoutBrowser;

  @Option(
      names = "--states",
      paramLabel = "N",
      description =
          "most states to explore to show what is still possible;" + " default: ${DEFAULT-VALUE}")
  private int states = 100_000;

  @Option(
      names = "--with",
      paramLabel = "B",
      description =
          "compares with another run: SCENARIO, SCENARIO:VARIANT, :VARIANT of the same one, a"
              + " witness, a recording or a trace")
  private Optional<String> other = Optional.empty();

  @Option(
      names = "--with-kernel",
      paramLabel = "K",
      completionCandidates = Candidates.Kernels.class,
      description = "compares with a run of another kernel")
  private Optional<String> otherKernel = Optional.empty();

  @Option(
      names = "--with-set",
      paramLabel = "key=value",
      completionCandidates = Candidates.Settings.class,
      mapFallbackValue = "",
      description = "compares with a run that has another setting, in addition to those of --set")
  private Map<String, String> otherSet = new LinkedHashMap<>();

  private UiCommand(Output output) {
    this.output = output;
  }

  /** The verb; its scenario is optional. */
  public static CommandLine create(Output output) {
    return FirstParameter.changed(
        new UiCommand(output),
        it ->
            it.arity("0..1")
                .required(false)
                .description(
                    "a name from 'lastwords list', or a file; SCENARIO:VARIANT selects a variant;"
                        + " default: a list to choose from"));
  }

  @Override
  public Integer call() throws IOException {
    OptionRange.check("--states", states, 1, Integer.MAX_VALUE);
    PortNumber.check("--port", port);
    RunOpener opener = new RunOpener(seed, states);
    PageSource pages = pages(opener);
    try (Interrupt interrupt = new Interrupt();
        PageServer server = serve(pages)) {
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

  private PageSource pages(RunOpener opener) throws IOException {
    boolean alone = other.isEmpty() && otherKernel.isEmpty() && otherSet.isEmpty();
    if (!options.scenario().isEmpty()) {
      Opened opened = opened(opener);
      return PageSource.of(alone ? HtmlFile.content(opened) : pair(opened, with(opener)));
    }
    if (!alone || !options.variant().equals(Scenario.DEFAULT)) {
      throw new ScenarioException(List.of("--with and --variant need a SCENARIO"));
    }
    return new StartPage(opener, options.overrides());
  }

  private static PageSource.Content pair(Opened one, Opened other) throws IOException {
    return new PageSource.Content(HtmlFile.of(new PairPage(one.run(), other.run())), Map.of());
  }

  private PageServer serve(PageSource pages) throws IOException {
    try {
      return new PageServer(pages, port);
    } catch (BindException | IllegalArgumentException e) {
      throw new ScenarioException(List.of("--port " + port + ": " + e.getMessage()));
    }
  }

  private Opened opened(RunOpener opener) throws IOException {
    return RunOpener.isFile(options.scenario())
        ? file(opener, options.scenario(), options.overrides().equals(Overrides.NONE))
        : opener.scenario(options.scenario(), options.variant(), options.overrides());
  }

  private static Opened file(RunOpener opener, String name, boolean asItIs) throws IOException {
    if (!asItIs) {
      throw new ScenarioException(
          List.of(name + ": a recorded run cannot have another kernel or setting"));
    }
    return opener.file(Path.of(name));
  }

  /** The run to compare with. */
  private Opened with(RunOpener opener) throws IOException {
    String name = other.orElse(options.scenario());
    if (RunOpener.isFile(name)) {
      return file(opener, name, otherKernel.isEmpty() && otherSet.isEmpty());
    }
    String whole = name.startsWith(":") ? options.scenario() + name : name;
    CaseName one = CaseName.of(whole);
    String variant = other.isPresent() ? Scenario.DEFAULT : options.variant();
    return opener.scenario(one.scenario(), one.variantOr(variant), otherOverrides());
  }

  private Overrides otherOverrides() {
    Overrides given = options.overrides();
    Map<String, String> set = new LinkedHashMap<>(given.set());
    set.putAll(otherSet);
    return new Overrides(otherKernel.or(given::kernel), given.machine(), set);
  }

  /**
   * Opens the page with the desktop's program; without a desktop the user can click on the address.
   */
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
