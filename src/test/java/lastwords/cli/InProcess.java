package lastwords.cli;

import java.util.List;

/**
 * A command line run in this process, for tests in other packages.
 *
 * @param code its exit code
 * @param out standard output
 * @param err standard error
 */
public record InProcess(int code, String out, String err) {
  public static InProcess run(String... args) {
    Cli done = Cli.run(args);
    return new InProcess(done.code(), done.out(), done.err());
  }

  public static InProcess run(List<String> args) {
    return run(args.toArray(String[]::new));
  }
}
