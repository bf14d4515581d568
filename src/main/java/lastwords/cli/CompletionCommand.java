package lastwords.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import lastwords.cli.cases.Candidates;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.scenario.Catalog;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lastwords completion}. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash and zsh: source <(lastwords completion)")
final class CompletionCommand implements Callable<Integer> {
  private static final String MADE_OF_SEVERAL = "/lastwords/cli/completion.bash";

  private final Output output;
  @Spec private CommandSpec spec;

  CompletionCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    output.out().print(AutoComplete.bash("lastwords", spec.root().commandLine()));
    output.out().print(madeOfSeveral());
    return ExitCode.OK;
  }

  /** Completion of names that consist of several parts. */
  private static String madeOfSeveral() throws IOException {
    try (InputStream in = CompletionCommand.class.getResourceAsStream(MADE_OF_SEVERAL)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@CASES@", String.join(" ", Candidates.cases()))
          .replace("@PATCHES@", String.join(" ", Catalog.standard().patches().keySet()));
    }
  }
}
