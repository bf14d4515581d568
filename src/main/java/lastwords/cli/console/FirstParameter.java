package lastwords.cli.console;

import java.util.function.UnaryOperator;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The first parameter of a verb that differs from that of the options which it shares. */
public final class FirstParameter {
  private FirstParameter() {}

  /** The command of a verb with this change of its first parameter. */
  public static CommandLine changed(
      Object verb, UnaryOperator<PositionalParamSpec.Builder> change) {
    CommandLine command = new CommandLine(verb);
    CommandSpec spec = command.getCommandSpec();
    PositionalParamSpec first = spec.positionalParameters().get(0);
    spec.remove(first);
    spec.addPositional(change.apply(PositionalParamSpec.builder(first)).build());
    return command;
  }
}
