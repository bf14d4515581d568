package lastwords.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lastwords.cli.cluster.ClusterCall;
import lastwords.cli.cluster.RemoteMachines;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.scenario.hocon.Span;
import lastwords.trace.TraceFormat;
import lastwords.trace.story.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lastwords trace}. */
@Command(
    name = "trace",
    description = "Shows the steps of a machine on a cluster, merged from all its nodes.",
    sortOptions = false)
public final class TraceCommand extends ClusterCall {
  private static final int PIECE = 1 << 14;

  private final Output output;

  @Mixin private MachineOptions options;

  @Option(names = "--follow", description = "continues until the machine ends")
  private boolean follow;

  @Option(
      names = "--cpu",
      paramLabel = "N,...",
      description = "only these CPUs; 'machine' selects events of no CPU")
  private Optional<String> cpus = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "starts at this emulated time: 1.5ms")
  private Optional<String> since = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}; --json: jsonl")
  private TraceFormat format = TraceFormat.COLUMNS;

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "level of detail: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}")
  private Level level = Level.ALL;

  public TraceCommand(Output output) {
    this.output = output;
  }

  @Override
  public int run() throws IOException, InterruptedException {
    RemoteMachines machines = options.remote().machines();
    String path = RemoteMachines.path(options.name(machines)) + "/trace?" + query();
    try (InputStream in = machines.client().stream(path)) {
      byte[] piece = new byte[PIECE];
      for (int count = in.read(piece); count >= 0 && !output.closed(); count = in.read(piece)) {
        output.out().write(piece, 0, count);
        output.out().flush();
      }
    }
    return ExitCode.OK;
  }

  private String query() {
    TraceFormat wanted = options.remote().json() ? TraceFormat.JSONL : format;
    String list = URLEncoder.encode(cpus.orElse(""), StandardCharsets.UTF_8);
    return "format="
        + wanted
        + "&level="
        + level
        + "&follow="
        + follow
        + (list.isEmpty() ? "" : "&cpu=" + list)
        + "&since="
        + since.map(it -> Span.ofOption("--since", it, "1.5ms")).orElse(0L);
  }
}
