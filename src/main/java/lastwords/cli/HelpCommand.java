package lastwords.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFolder;
import lastwords.kernelc.image.Builtin;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lastwords help}. */
@Command(
    name = "help",
    description = "Explains a verb; 'help operations' lists what the hardware offers to kernel C.")
final class HelpCommand implements Callable<Integer> {
  private final Output output;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "VERB", description = "the verb, or 'operations'")
  private List<String> words = List.of();

  @Option(
      names = "--man-dir",
      paramLabel = "D",
      description =
          "writes the manual pages of all verbs to that folder, such as /usr/local/share/man/man1")
  private Optional<OutputFolder> manFolder = Optional.empty();

  HelpCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    if (words.equals(List.of("operations"))) {
      operations();
      return ExitCode.OK;
    }
    CommandLine command = spec.root().commandLine();
    if (manFolder.isPresent()) {
      Files.createDirectories(manFolder.get().path());
      manuals(command, manFolder.get().path());
      return ExitCode.OK;
    }
    for (String word : words) {
      command = subcommand(command, word);
    }
    output.help().print(command.getUsageMessage(command.getColorScheme().ansi()));
    return ExitCode.OK;
  }

  private CommandLine subcommand(CommandLine command, String word) {
    CommandLine found = command.getSubcommands().get(word);
    if (found == null) {
      String verbs = String.join(", ", command.getSubcommands().keySet());
      throw new ParameterException(
          spec.commandLine(), "no verb '" + word + "'; known: " + verbs + " and 'operations'");
    }
    return found;
  }

  private static void manuals(CommandLine command, Path folder) throws IOException {
    CommandSpec made = command.getCommandSpec();
    Files.writeString(folder.resolve(ManPage.file(made)), ManPage.of(made));
    for (CommandLine verb : command.getSubcommands().values()) {
      manuals(verb, folder);
    }
  }

  private void operations() {
    output.text("What the hardware offers to kernel C. Everything else is written in kernel C.");
    for (Builtin builtin : Builtin.values()) {
      output.out().println();
      output.text(output.bold(builtin.signature()));
      output.text("    " + builtin.doc());
    }
  }
}
