package lastwords.cli;

import java.util.Locale;
import lastwords.cli.console.Output;

/** The entry of the program. What it prints does not depend on the locale of its user. */
public final class Main {
  private Main() {}

  /** Runs a command line and ends the process with its exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT); // libraries format numbers, too
    System.exit(Lastwords.run(Output.ofProcess(), args));
  }
}
