package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lastwords.cli.console.Output;
import lastwords.cli.witness.WitnessFiles;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lastwords replay}. The first line determines the kind of file. */
@Command(
    name = "replay",
    description = {
      "Replays a witness or a recording and checks that the outcome is the same.",
      "Shows each step of a witness, one column per CPU; checks each step of a recording."
    },
    sortOptions = false)
public final class ReplayCommand implements Callable<Integer> {
  private static final List<Replayable> KINDS =
      List.of(new WitnessReplay(), new RecordingReplays());

  private final Output output;

  @Parameters(
      paramLabel = "FILE",
      description = "file from explore, sample, compare, shrink or fetch")
  private Path file = Path.of("");

  @Mixin private ReplayOptions options;

  public ReplayCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(file)) {
      throw new NoSuchFileException(file.toString());
    }
    String firstLine = WitnessFiles.firstLine(file);
    for (Replayable kind : KINDS) {
      if (kind.reads(firstLine)) {
        return kind.replay(file, options, output);
      }
    }
    String known = KINDS.stream().map(Replayable::name).collect(Collectors.joining(" or "));
    throw new ScenarioException(List.of(file + ":1: cannot be replayed; expected " + known));
  }
}
