package lastwords.cli;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;

/**
 * The result of a command line, run in this process.
 *
 * @param code its exit code
 * @param out standard output
 * @param err standard error
 */
public record Cli(int code, String out, String err) {
  public static Cli run(String... args) {
    return run(Terminal.NONE, args);
  }

  public static Cli run(Terminal terminal, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Lastwords.run(new Output(out, err, terminal), args);
    return new Cli(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public static Cli run(List<String> args) {
    return run(args.toArray(String[]::new));
  }
}
