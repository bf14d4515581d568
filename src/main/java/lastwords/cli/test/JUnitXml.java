package lastwords.cli.test;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lastwords.cli.cases.CaseResult;

/**
 * Results in JUnit's XML, which build servers read: a suite for each scenario, a test case for each
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
    xml.append(escaped(CaseFailure.message(result))).append("\">");
    xml.append(escaped(CaseFailure.detail(result)))
        .append("</")
        .append(kind)
        .append(">\n    </testcase>\n");
  }

  /** For text and attributes; characters that XML cannot represent become a question mark. */
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
