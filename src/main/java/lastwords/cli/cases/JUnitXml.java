package lastwords.cli.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lastwords.scenario.expect.Judgement;

/**
 * Results in the XML that build servers read: a suite for each scenario, a test case for each
 * variant.
 */
public final class JUnitXml {
  private static final double NANOS_A_SECOND = 1e9;

  private final StringBuilder xml =
      new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

  private JUnitXml() {}

  public static String of(List<CaseResult> results) {
    JUnitXml document = new JUnitXml();
    Map<String, List<CaseResult>> suites = new LinkedHashMap<>();
    for (CaseResult result : results) {
      suites.computeIfAbsent(result.made().scenario(), it -> new ArrayList<>()).add(result);
    }
    document.xml.append("<testsuites").append(counts(results)).append(">\n");
    suites.forEach(document::suite);
    return document.xml.append("</testsuites>\n").toString();
  }

  private static String counts(List<CaseResult> results) {
    long errors = results.stream().filter(CaseResult::broken).count();
    long failures = results.stream().filter(it -> !it.ok() && !it.broken()).count();
    return " tests=\""
        + results.size()
        + "\" failures=\""
        + failures
        + "\" errors=\""
        + errors
        + "\"";
  }

  private void suite(String scenario, List<CaseResult> results) {
    xml.append("  <testsuite name=\"").append(escaped(scenario)).append('"');
    xml.append(counts(results)).append(">\n");
    results.forEach(this::test);
    xml.append("  </testsuite>\n");
  }

  private void test(CaseResult result) {
    xml.append("    <testcase classname=\"").append(escaped(result.made().scenario()));
    xml.append("\" name=\"").append(escaped(result.made().variant()));
    xml.append("\" time=\"")
        .append(String.format(Locale.ROOT, "%.3f", result.nanos() / NANOS_A_SECOND));
    if (result.ok()) {
      xml.append("\"/>\n");
      return;
    }
    String kind = result.broken() ? "error" : "failure";
    xml.append("\">\n      <").append(kind).append(" message=\"");
    xml.append(escaped(message(result))).append("\">");
    xml.append(escaped(detail(result))).append("</").append(kind).append(">\n    </testcase>\n");
  }

  private static String message(CaseResult result) {
    if (result.broken()) {
      return "could not run";
    }
    return result.claims() == Claims.UNDECIDED ? "undecided" : "not as expected";
  }

  private static String detail(CaseResult result) {
    if (result.broken()) {
      return String.join("\n", result.problems());
    }
    StringBuilder text = new StringBuilder();
    Judgement judgement = result.judgement();
    for (Judgement.Line line : judgement.lines()) {
      Claims claims = Claims.of(line, judgement.runs(), result.complete());
      text.append(String.format("%-9s ", claims.verdict())).append(line.expectation().text());
      text.append(": seen in ").append(line.seen()).append(" of ").append(judgement.runs());
      text.append('\n');
    }
    result.wrongStates().ifPresent(it -> text.append("FAILED    ").append(it).append('\n'));
    result.exploration().ifPresent(it -> text.append(it.end().word()).append('\n'));
    if (judgement.undecided() > 0) {
      text.append("UNDECIDED ").append(judgement.undecided()).append(" runs ended by a limit\n");
    }
    String what = result.exploration().isPresent() ? " final states: " : " runs: ";
    result
        .observed()
        .forEach(
            (outcome, runs) -> {
              text.append(runs).append(what).append(outcome.summary()).append('\n');
              text.append("  ").append(result.reproduction(outcome)).append('\n');
            });
    return text.toString();
  }

  /** For text and attributes; what XML cannot hold becomes a question mark. */
  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");

      default -> out.appendCodePoint(c == '\t' || c == '\n' || c >= ' ' && c < 0xd800 ? c : '?');
    }
  }
}
