package lastwords.cli.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import lastwords.cli.cases.CaseOptions;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.FirstParameter;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.run.DetailOptions;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.trace.export.ExportFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords convert}. */
@Command(
    name = "convert",
    description = {
      "Writes a run in a format of other tools: trace-cmd and KernelShark (dat), Perfetto, ShiViz, "
          + "JSON lines, CSV; or as a picture: SVG, Mermaid."
    },
    sortOptions = false)
public final class ConvertCommand implements Callable<Integer> {
  private static final String STANDARD_OUTPUT = "-";

  private final Output output;

  @Mixin private CaseOptions options;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "the file to write; '-' writes to standard output")
  private String target = "";

  @Option(
      names = "--to",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES}; default: by OUT's ending")
  private Optional<ExportFormat> format = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "seed of a scenario's timing; default: ${DEFAULT-VALUE}")
  private long seed = 1;

  @Mixin private DetailOptions detail;

  private ConvertCommand(Output output) {
    this.output = output;
  }

  /** The verb, whose usage says that it accepts more than a scenario. */
  public static CommandLine create(Output output) {
    return FirstParameter.changed(
        new ConvertCommand(output),
        it ->
            it.paramLabel("IN")
                .index("0")
                .description(
                    "a trace (jsonl), a recording, a witness, or a scenario, which is run once;"
                        + " SCENARIO:VARIANT selects a variant"));
  }

  @Override
  public Integer call() throws IOException {
    ExportFormat to = format.or(() -> ExportFormat.ofFile(target)).orElseThrow(this::unknown);
    detail.export(to, "");
    Source source = RunSources.of(options, seed, output);
    int code = write(source, to);
    detail.warn(output);
    return code;
  }

  private int write(Source source, ExportFormat to) throws IOException {
    if (target.equals(STANDARD_OUTPUT)) {
      OutputStream out = output.bytes();
      boolean same = source.write(title -> detail.export(to, title), out);
      out.flush();
      return same ? ExitCode.OK : ExitCode.UNEXPECTED;
    }
    return file(source, to);
  }

  private int file(Source source, ExportFormat to) throws IOException {
    Path file = Path.of(target);
    Path in = Path.of(options.scenario());
    if (Files.exists(file) && Files.exists(in) && Files.isSameFile(file, in)) {
      throw new ScenarioException(List.of(target + ": is the file that is read"));
    }
    AtomicBoolean same = new AtomicBoolean();
    new OutputFile(file)
        .write(out -> same.set(source.write(title -> detail.export(to, title), out)));
    return same.get() ? ExitCode.OK : ExitCode.UNEXPECTED;
  }

  private ScenarioException unknown() {
    String known =
        Arrays.stream(ExportFormat.values())
            .map(it -> "." + it.endings().get(0))
            .collect(Collectors.joining(", "));
    return new ScenarioException(
        List.of(
            target.equals(STANDARD_OUTPUT)
                ? "standard output has no ending that tells the format: add --to F"
                : target + ": expected a name that ends in one of " + known + "; or add --to F"));
  }
}
