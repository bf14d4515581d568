package lastwords.cli.report.text;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import lastwords.cli.report.block.Block;
import lastwords.cli.report.block.Chapter;
import lastwords.cli.report.block.ReportDocument;

/** A report as text of 72 columns, for a mailing list. Command lines are not folded. */
public final class TextReport {
  static final int COLUMNS = 72;

  private TextReport() {}

  /** The text: the same bytes for the same report. */
  public static String of(ReportDocument report) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output output =
        new Output(bytes, OutputStream.nullOutputStream(), Terminal.NONE.withColumns(COLUMNS));
    output.text(report.title());
    output.out().println("=".repeat(Math.min(COLUMNS, report.title().length())));
    if (!report.problems().isEmpty()) {
      output.out().println();
      report.problems().forEach(it -> output.text("not in this report: " + it));
    }
    TextMedium medium = new TextMedium(output);
    for (Chapter chapter : report.chapters()) {
      output.out().println();
      output.text(chapter.title());
      output.out().println("-".repeat(Math.min(COLUMNS, chapter.title().length())));
      for (Block block : chapter.blocks()) {
        block.on(medium);
      }
    }
    output.out().flush();
    return bytes
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(TextReport::broken)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A line with words that are wider than a line, which are broken. */
  private static String broken(String line) {
    if (line.startsWith("  again: ")) {
      return line;
    }
    StringBuilder lines = new StringBuilder();
    String indent = " ".repeat(line.length() - line.stripLeading().length());
    String rest = line;
    while (rest.length() > COLUMNS) {
      int space = rest.lastIndexOf(' ', COLUMNS);
      int end = space > indent.length() ? space : COLUMNS;
      lines.append(rest.substring(0, end).stripTrailing()).append('\n');
      rest = indent + rest.substring(end).stripLeading();
    }
    return lines.append(rest).toString();
  }
}
