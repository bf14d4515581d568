package lastwords.cli.test;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.Claims;
import lastwords.cli.cases.NamedCase;

/**
 * Results as KTAP version 1, which kernel test harnesses read: a test for each scenario, a subtest
 * for each variant. Failures are described in diagnostic lines before the result.
 *
 * <p>Source: Documentation/dev-tools/ktap.rst of Linux describes the format.
 */
final class Ktap {
  private static final String VERSION = "KTAP version 1\n";
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder(VERSION);

  private Ktap() {}

  /**
   * @param results of all cases, or of the first ones if the test was interrupted. The plans count
   *     all cases, so that a reader sees that some are missing
   */
  static String of(List<CaseResult> results, List<NamedCase> cases) {
    Map<String, Integer> variants = new LinkedHashMap<>();
    cases.forEach(it -> variants.merge(it.made().scenario(), 1, Integer::sum));
    Map<String, List<CaseResult>> suites =
        results.stream()
            .collect(groupingBy(it -> it.made().scenario(), LinkedHashMap::new, toList()));
    Ktap document = new Ktap();
    document.plan(variants.size());
    int number = 0;
    for (Map.Entry<String, List<CaseResult>> suite : suites.entrySet()) {
      document.suite(++number, suite.getValue(), variants.get(suite.getKey()));
    }
    return document.text.toString();
  }

  private void plan(int tests) {
    text.append("1..").append(tests).append('\n');
  }

  private void suite(int number, List<CaseResult> results, int variants) {
    String name = description(results.get(0).made().scenario());
    text.append(INDENT).append(VERSION);
    text.append(INDENT).append("# Subtest: ").append(name).append('\n');
    text.append(INDENT);
    plan(variants);
    for (int i = 0; i < results.size(); i++) {
      test(i + 1, results.get(i));
    }
    boolean ok = results.size() == variants && results.stream().allMatch(CaseResult::ok);
    text.append(result(ok, number, name)).append('\n');
  }

  private void test(int number, CaseResult variant) {
    if (!variant.ok()) {
      CaseFailure.detail(variant)
          .lines()
          .forEach(line -> text.append(INDENT).append("# ").append(line).append('\n'));
    }
    String name = description(variant.made().variant());
    text.append(INDENT).append(result(variant.ok(), number, name));
    text.append(directive(variant)).append('\n');
  }

  private static String result(boolean ok, int number, String name) {
    return (ok ? "ok " : "not ok ") + number + " " + name;
  }

  /** A number sign would start a directive. */
  private static String description(String name) {
    return name.replace("\\", "\\\\").replace("#", "\\#");
  }

  private static String directive(CaseResult variant) {
    if (variant.broken()) {
      return " # ERROR could not run";
    }
    if (variant.unjudged()) {
      return " # SKIP states no expectations";
    }
    return !variant.ok() && variant.claims() == Claims.UNDECIDED
        ? " # TIMEOUT a limit ended it before it was decided"
        : "";
  }
}
