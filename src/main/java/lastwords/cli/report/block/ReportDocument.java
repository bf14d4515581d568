package lastwords.cli.report.block;

import java.util.List;

/**
 * A report.
 *
 * @param problems files that could not be read, one line each with the reason
 */
public record ReportDocument(String title, List<String> problems, List<Chapter> chapters) {
  public ReportDocument {
    problems = List.copyOf(problems);
    chapters = List.copyOf(chapters);
  }
}
