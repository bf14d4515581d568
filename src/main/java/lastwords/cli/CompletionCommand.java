package lastwords.cli;

import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lastwords completion}. */
@Command(
    name = "completion",
    description = "Prints a completion script for bash and zsh: source <(lastwords completion)")
final class CompletionCommand implements Callable<Integer> {
  private final Output output;
  @Spec private CommandSpec spec;

  CompletionCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    output.out().print(AutoComplete.bash("lastwords", spec.root().commandLine()));
    return ExitCode.OK;
  }
}
