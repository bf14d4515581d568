package lastwords.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cluster.node.NodeException;
import lastwords.engine.recording.RecordingException;
import lastwords.kernelc.source.NearestName;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.TraceFileException;
import lastwords.web.ApiException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns an error into a line for the user and an exit code; wrong input never gives a stack trace.
 */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Output output;

  Failures(Output output) {
    this.output = output;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    output.complain(describe(failure, command));
    String name = command.getCommandSpec().qualifiedName();
    output.err().println(output.asTyped("Try '" + name + " --help' or 'lastwords help'."));
    return ExitCode.USAGE;
  }

  private static String describe(ParameterException failure, CommandLine command) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return plain(failure.getMessage().strip());
    }
    String word = unmatched.getUnmatched().get(0);
    Optional<String> noPath = OutputFile.noPath(word);
    if (noPath.isPresent()) {
      return noPath.get();
    }
    Set<String> verbs = command.getSubcommands().keySet();
    if (word.startsWith("-")) {
      return "unknown option '" + word + "'" + NearestName.hint(word, options(command));
    }
    boolean verb = !verbs.isEmpty();
    return verb
        ? "no verb '" + word + "'" + NearestName.hint(word, verbs)
        : "unexpected argument '" + word + "'";
  }

  /** The message of the library without Java's names for numbers. */
  private static String plain(String message) {
    return message
        .replaceFirst("is not an? (int|long)$", "is not a whole number")
        .replaceFirst("is not a double$", "is not a number");
  }

  private static List<String> options(CommandLine command) {
    return command.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult result) {
    if (failure instanceof ScenarioException wrong) {
      wrong.lines().forEach(output::complain);
      return ExitCode.USAGE;
    }
    if (failure instanceof ApiException told) {
      output.complain(told.getMessage());
      return told.mistake() ? ExitCode.BUG : ExitCode.USAGE;
    }
    if (failure instanceof NodeException told) {
      output.complain(told.getMessage());
      return ExitCode.USAGE;
    }
    if (failure instanceof ParameterException wrong) {
      return handleParseException(wrong, new String[0]);
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      output.complain(describe(failure));
      return ExitCode.USAGE;
    }
    if (failure instanceof InvalidPathException wrong) {
      output.complain(OutputFile.noPath(wrong));
      return ExitCode.USAGE;
    }
    return bug(failure);
  }

  private static String describe(Exception failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    String what = String.valueOf(cause.getMessage());
    if (cause instanceof NoSuchFileException) {
      return what + ": no such file or folder";
    }
    if (cause instanceof AccessDeniedException) {
      return what + ": permission denied";
    }
    if (cause instanceof FileAlreadyExistsException) {
      return what + ": exists already and is not a folder";
    }
    boolean told = cause instanceof TraceFileException || cause instanceof RecordingException;
    return told ? what : "cannot read or write: " + what;
  }

  /** An internal error: here the report contains the stack trace. */
  int bug(Throwable failure) {
    output.complain("internal error: " + failure);
    output.complain("please report it with the command line and this:");
    failure.printStackTrace(output.err());
    return ExitCode.BUG;
  }
}
