package lastwords.cli;

import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.engine.recording.ProgramVersion;
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

  static String version() {
    return ProgramVersion.text();
  }
}
