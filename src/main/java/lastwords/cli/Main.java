package lastwords.cli;

import java.util.Locale;
import lastwords.cli.console.Output;

/** The program's entry point. Its output does not depend on the user's locale. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // libraries format numbers as well
    System.exit(Lastwords.run(Output.ofProcess(), args));
  }
}
