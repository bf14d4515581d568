package lastwords.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.OptionRange;
import lastwords.cli.console.Output;
import lastwords.cli.console.OutputFile;
import lastwords.cli.report.block.ReportDocument;
import lastwords.cli.report.block.Swimlane;
import lastwords.cli.report.html.HtmlReport;
import lastwords.cli.report.text.TextReport;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.hocon.ScenarioException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lastwords report}. */
@Command(
    name = "report",
    description = {
      "Turns results into one HTML file: tables, heat maps, plots, and runs to step through; or plain "
          + "text for a mail.",
      "Reads what test, explore, sample, compare, orders, matrix, review and run have "
          + "written with --json or --out, and replays the witnesses that lie beside it. Exit code 2 if a file "
          + "could not be read; the others are reported all the same."
    },
    sortOptions = false)
public final class ReportCommand implements Callable<Integer> {
  private static final int MOST_WITNESSES = 1000;

  private final Output output;
  private final InputStream in;

  @Parameters(
      arity = "1..*",
      paramLabel = "RESULT",
      description = "files with JSON, witnesses, folders of both; '-': standard input")
  private List<String> names = List.of();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "where the HTML file is written; default without --text: report.html")
  private Optional<OutputFile> html = Optional.empty();

  @Option(names = "--text", description = "prints the report as text of 72 columns")
  private boolean text;

  @Option(names = "--title", paramLabel = "TEXT", description = "title of the report")
  private String title = "lastwords report";

  @Option(
      names = "--witnesses",
      paramLabel = "N",
      description = "how many runs to show step by step, worst first; default: ${DEFAULT-VALUE}")
  private int most = 12;

  public ReportCommand(Output output) {
    this(output, System.in);
  }

  ReportCommand(Output output, InputStream in) {
    this.output = output;
    this.in = in;
  }

  @Override
  public Integer call() throws IOException {
    OptionRange.check("--witnesses", most, 0, MOST_WITNESSES);
    ResultFiles files = new ResultFiles(Reports.shown());
    for (String name : names) {
      files.add(name, in);
    }
    if (files.results().isEmpty() && files.witnesses().isEmpty()) {
      throw new ScenarioException(files.problems());
    }
    List<String> problems = new ArrayList<>(files.problems());
    List<Swimlane> lanes =
        new WitnessChoice(problems).lanes(files.witnesses(), files.results(), most);
    write(Reports.of(title, files.results(), lanes, notes(files, lanes), problems));
    problems.forEach(output::complain);
    return problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
  }

  private List<String> notes(ResultFiles files, List<Swimlane> lanes) {
    int all = files.witnesses().size();
    return all > lanes.size()
        ? List.of(
            lanes.size()
                + " of "
                + Wording.count(all, "witness")
                + ", worst first; use --witnesses to show more")
        : List.of();
  }

  private void write(ReportDocument report) throws IOException {
    if (text) {
      output.out().print(TextReport.of(report));
      output.out().flush();
    }
    if (!text || html.isPresent()) {
      OutputFile file = html.orElse(new OutputFile(Path.of("report.html")));
      file.write(HtmlReport.of(report));
      output.err().println("wrote " + file);
    }
  }
}
