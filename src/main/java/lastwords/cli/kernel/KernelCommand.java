package lastwords.cli.kernel;

import lastwords.cli.console.Output;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lastwords kernel}: the emulated kernels. */
@Command(
    name = "kernel",
    description = "Lists, shows, checks, compares and writes the emulated kernels.",
    synopsisSubcommandLabel = "VERB")
public final class KernelCommand implements Runnable {
  @Spec private CommandSpec spec;

  private KernelCommand() {}

  public static CommandLine create(Output output) {
    CommandLine command = new CommandLine(new KernelCommand());
    command.addSubcommand(new KernelListCommand(output));
    command.addSubcommand(new KernelShowCommand(output));
    command.addSubcommand(new KernelCheckCommand(output));
    command.addSubcommand(new KernelDisassembleCommand(output));
    command.addSubcommand(new KernelCheckoutCommand(output));
    command.addSubcommand(new KernelDiffCommand(output));
    return command;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a verb is missing: list, show, check, disassemble, checkout or diff");
  }
}
