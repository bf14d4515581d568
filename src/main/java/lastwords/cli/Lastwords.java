package lastwords.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import lastwords.cli.cases.ListCommand;
import lastwords.cli.compare.CompareCommand;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.console.OutputFolder;
import lastwords.cli.run.Engine;
import lastwords.cli.sampling.SensitivityCommand;
import lastwords.cli.sampling.Strategy;
import lastwords.cli.test.TestCommand;
import lastwords.cluster.node.Clock;
import lastwords.kernelc.source.NearestName;
import lastwords.trace.TraceFormat;
import lastwords.trace.export.ExportFormat;
import lastwords.trace.story.Level;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program as the user sees it: its verbs, and what they have in common. */
@Command(
    name = "lastwords",
    description = "What a dying Linux kernel gets to say, and why it sometimes says nothing.",
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    footer = {"", Lastwords.EXIT_CODES})
public final class Lastwords implements Callable<Integer> {
  static final String EXIT_CODES =
      "Exit code: 0 as expected, 1 not as expected, 2 wrong usage or input, 70 an internal error"
          + ", 130 interrupted.";

  private static final int HELP_COLUMNS = 100;
  private static final int LEAST_HELP_COLUMNS = 55; // of picocli

  private static final String CONTINUED = " \\";

  private final Output output;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "shows this help")
  private boolean help;

  @Option(names = "--version", description = "same as the verb version")
  private boolean version;

  private Lastwords(Output output) {
    this.output = output;
  }

  /** Runs one command line; returns its exit code. */
  static int run(Output output, String... args) {
    int code = execute(output, args);
    if (output.failure().isPresent()) {
      output.complain("cannot write to standard output: " + output.failure().get());
      return ExitCode.USAGE;
    }
    return code;
  }

  private static int execute(Output output, String... args) {
    try {
      String[] words = Verbs.withPresentNames(args);
      return create(output, Verbs.neededFor(words)).execute(words);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return new Failures(output).bug(e);
    }
  }

  /** The command line with all its verbs. */
  static CommandLine create(Output output) {
    return create(output, Verbs.names());
  }

  private static CommandLine create(Output output, Collection<String> verbs) {
    CommandLine root = new CommandLine(new Lastwords(output));
    verbs.forEach(verb -> root.addSubcommand(verb, Verbs.create(verb, output)));
    return configured(root, output);
  }

  private static CommandLine configured(CommandLine root, Output output) {
    Failures failures = new Failures(output);
    root.setOut(new PrintWriter(output.help(), true));
    root.setErr(new PrintWriter(output.err(), true));
    root.setColorScheme(CommandLine.Help.defaultColorScheme(output.colours() ? Ansi.ON : Ansi.OFF));
    root.setParameterExceptionHandler(failures);
    root.setExecutionExceptionHandler(failures);
    root.setExecutionStrategy(Lastwords::runLast);
    root.setAbbreviatedOptionsAllowed(false);
    root.registerConverter(Clock.class, word -> oneOf(Clock.values(), word));
    root.registerConverter(Engine.class, word -> oneOf(Engine.values(), word));
    root.registerConverter(
        CompareCommand.By.class, word -> oneOf(CompareCommand.By.values(), word));
    root.registerConverter(
        TestCommand.Judges.class, word -> oneOf(TestCommand.Judges.values(), word));
    root.registerConverter(
        SensitivityCommand.Over.class, word -> oneOf(SensitivityCommand.Over.values(), word));
    root.registerConverter(ListCommand.What.class, word -> oneOf(ListCommand.What.values(), word));
    root.registerConverter(Strategy.class, word -> oneOf(Strategy.values(), word));
    root.registerConverter(TraceFormat.class, word -> oneOf(TraceFormat.values(), word));
    root.registerConverter(ExportFormat.class, word -> oneOf(ExportFormat.values(), word));
    root.registerConverter(Level.class, word -> oneOf(Level.values(), word));
    root.registerConverter(OutputFile.class, word -> converted(word, OutputFile::of));
    root.registerConverter(OutputFolder.class, word -> converted(word, OutputFolder::of));
    root.registerConverter(Path.class, word -> converted(word, OutputFile::path));
    root.setUsageHelpWidth(Math.min(HELP_COLUMNS, Math.max(LEAST_HELP_COLUMNS, output.columns())));
    examples(root, output);
    return root;
  }

  private static void examples(CommandLine command, Output output) {
    int columns = command.getUsageHelpWidth();
    List<String> footer =
        new ArrayList<>(List.of(command.getCommandSpec().usageMessage().footer()));
    String verb = command.getCommandSpec().qualifiedName().replaceFirst("^lastwords ?", "");
    if (!verb.isEmpty() && !Examples.of(verb).isEmpty()) {
      footer.addAll(List.of("", "Examples:"));
      Examples.of(verb)
          .forEach(
              it ->
                  example("  " + output.program() + " " + it.replace("%", "%%"), columns, footer));
      command.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
    }
    command.getSubcommands().values().forEach(it -> examples(it, output));
  }

  /** An option that would not fit goes to the next line, in a form that a shell accepts. */
  private static void example(String line, int columns, List<String> footer) {
    int end = line.lastIndexOf(" --", columns - CONTINUED.length());
    if (line.length() < columns || end < LEAST_HELP_COLUMNS / 2) {
      footer.add(line);
      return;
    }
    footer.add(line.substring(0, end) + CONTINUED);
    example("     " + line.substring(end), columns, footer);
  }

  /** Help is only for what exists: {@code nonsense --help} is an error. */
  private static int runLast(ParseResult parsed) {
    for (CommandLine command : parsed.asCommandLineList()) {
      List<String> unknown = command.getParseResult().unmatched();
      if (!unknown.isEmpty()) {
        throw new UnmatchedArgumentException(command, unknown);
      }
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  private static <E extends Enum<E>> E oneOf(E[] all, String word) {
    List<String> names = Stream.of(all).map(E::toString).toList();
    if (!names.contains(word)) {
      throw new TypeConversionException(
          "'" + word + "' is none of " + String.join(", ", names) + NearestName.hint(word, names));
    }
    return all[names.indexOf(word)];
  }

  private static <T> T converted(String word, Function<String, T> conversion) {
    try {
      return conversion.apply(word);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  @Override
  public Integer call() {
    if (version) {
      return new VersionCommand(output).call();
    }
    output.err().print(spec.commandLine().getUsageMessage());
    return ExitCode.USAGE;
  }
}
