package lastwords.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import picocli.CommandLine.Command;

/** {@code lastwords version}. */
@Command(name = "version", description = "Prints the versions of lastwords and of Java.")
final class VersionCommand implements Callable<Integer> {
  private final Output output;

  VersionCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    output.out().println("lastwords " + version());
    output.out().println("Java " + Runtime.version() + ", " + System.getProperty("java.vm.name"));
    return ExitCode.OK;
  }

  /** The version that the jar was built as; {@code development} when it runs from classes. */
  static String version() {
    return Optional.ofNullable(VersionCommand.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
