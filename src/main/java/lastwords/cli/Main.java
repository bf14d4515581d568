package lastwords.cli;

import lastwords.cli.console.Output;

/** The entry of the program. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(Lastwords.run(Output.ofProcess(), args));
  }
}
