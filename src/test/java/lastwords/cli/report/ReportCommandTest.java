package lastwords.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import lastwords.engine.recording.ProgramVersion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportCommandTest {
  private static final Path RESULTS = Path.of("src/test/resources/report");
  private static final String SHORT = "v5.2/a-record-without-the-banner-is-truncated";
  private static final Pattern TAG = Pattern.compile("<(/?[a-z0-9]+)[^>]*>");

  /** The result of a test whose second case is not as expected. */
  @TempDir private static Path tested;

  @TempDir private Path folder;

  @BeforeAll
  static void testRun() throws IOException {
    Path cases = Files.createDirectories(tested.resolve("cases"));
    Path shipped = Path.of("src/docs/first-case");
    Files.copy(shipped.resolve("watchdog.c"), cases.resolve("watchdog.c"));
    String scenario = Files.readString(shipped.resolve("first.conf"));
    String wrong = scenario.replace("pstore = written, observe", "pstore = skipped, observe");
    assertThat(wrong).isNotEqualTo(scenario);
    Files.writeString(cases.resolve("wrong.conf"), wrong);
    Cli done = Cli.run("test", cases.toString(), "--out", tested.resolve("out").toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
  }

  private Cli report(String... words) {
    String[] line = Arrays.copyOf(new String[] {"report"}, words.length + 1);
    System.arraycopy(words, 0, line, 1, words.length);
    return Cli.run(line);
  }

  private String html(Object... results) throws IOException {
    Path file = folder.resolve("report.html");
    String[] words =
        Stream.concat(Arrays.stream(results), Stream.of("--html", file))
            .map(Object::toString)
            .toArray(String[]::new);
    Cli done = report(words);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return Files.readString(file);
  }

  private static String body(String html) {
    return html.substring(html.indexOf("<body>"), html.lastIndexOf("<script"));
  }

  @Test
  void theFolderOfATestRunBecomesOneFile() throws IOException {
    String html = html(tested.resolve("out"));
    assertThat(body(html))
        .contains("1 as expected, 1 not")
        .contains("<td>hang at cpu0:wdt_lock in wdt_panic, ")
        .contains("not allowed")
        .contains("reasons, and commands to reproduce them")
        .contains("lastwords run " + tested.resolve("cases"))
        .contains("lastwords replay " + tested.resolve("out"))
        .contains("<a href=\"#run0\">step through this run</a>")
        .contains("<a href=\"#run1\">step through this run</a>");
    assertThat(html)
        .contains("Content-Security-Policy")
        .doesNotContain("src=\"")
        .doesNotContain("<link")
        .doesNotContain("https://");
    assertThat(html(tested.resolve("out"))).isEqualTo(html);
  }

  @Test
  void whatIsKeptIsAsItsSchemaSays() throws IOException {
    try (Stream<Path> kept = Files.walk(tested.resolve("out"))) {
      Path json = kept.filter(it -> it.toString().endsWith(".json")).findFirst().orElseThrow();
      assertThat(JsonSchemas.valid("test", Files.readString(json)).path("program").asText())
          .isEqualTo(ProgramVersion.text());
    }
  }

  @Test
  void whatIsNotAsExpectedIsShownFirst() throws IOException {
    String html = body(html(tested.resolve("out"), "--witnesses", "1"));
    assertThat(html)
        .containsOnlyOnce("<article class=\"swimlane\"")
        .contains("<h3>loop, console all, pstore written")
        .contains("1 of 2 witnesses");
  }

  @Test
  void itIsTheSameTextAsBefore() throws IOException {
    compare("report.txt", report(RESULTS.toString(), "--text", "--title", "Two results").out());
  }

  @Test
  void itIsTheSameHtmlAsBefore() throws IOException {
    String html = html(RESULTS, "--title", "Two results");
    compare("report.html", body(html).replace("\n\n", "\n"));
  }

  /** With -Dreport.rewrite=true the current output becomes the expected one. */
  private static void compare(String name, String now) throws IOException {
    Path file = Path.of("src/test/resources/report", name);
    if (Boolean.getBoolean("report.rewrite")) {
      Files.writeString(file, now);
    }
    assertThat(now).isEqualTo(Files.readString(file));
  }

  @Test
  void whatAFileSaysIsNeverMarkup() throws IOException {
    String body = body(html(RESULTS));
    assertThat(body)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;:a&quot;b&#39;&amp;\\u001b[31m\\u202e")
        .doesNotContain("<script>alert")
        .doesNotContain("<img");
    assertThat(unclosed(body)).isEmpty();
  }

  /** Tags without an end, or ends without a start. */
  private static String unclosed(String html) {
    java.util.ArrayDeque<String> open = new java.util.ArrayDeque<>();
    Matcher tags = TAG.matcher(html);
    while (tags.find()) {
      String tag = tags.group(1);
      boolean empty = List.of("input", "meta", "body").contains(tag) || tags.group().endsWith("/>");
      if (!empty && !tag.startsWith("/")) {
        open.push(tag);
      } else if (!empty && !("/" + open.pop()).equals(tag)) {
        return tags.group();
      }
    }
    return String.join(" ", open);
  }

  @Test
  void linesOfAMailAreNoLongerThan72() {
    Stream.of(RESULTS.toString(), tested.resolve("out").toString())
        .flatMap(it -> report(it, "--text").out().lines())
        .filter(it -> !it.startsWith("  again: "))
        .forEach(it -> assertThat(it).hasSizeLessThanOrEqualTo(72));
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    String html = body(html(RESULTS, tested.resolve("out")));
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(html);
    while (links.find()) {
      assertThat(html).contains("id=\"" + links.group(1) + "\"");
    }
  }

  @Test
  void aBrokenFileIsToldWithItsPlaceAndTheOthersAreReported() throws IOException {
    Path broken = folder.resolve("in").resolve("broken.json");
    Files.createDirectories(broken.getParent());
    Files.writeString(broken, "{\n  \"schema\": \"lastwords/test/1\",\n  \"cases\": ]\n}\n");
    Files.copy(RESULTS.resolve("sample.json"), folder.resolve("in/sample.json"));
    Cli done = report(folder.resolve("in").toString(), "--text");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(broken + ":3:12: is not JSON: ");
    assertThat(done.out()).contains("34.3 % (29.8 to 39.0)").contains("not in this report: ");
  }

  @Test
  void otherFilesAreNoResults() throws IOException {
    Path file = folder.resolve("x.json");
    assertProblem(write(file, "{\"a\": 1}"), "is not a result; expected an object with \"schema\"");
    assertProblem(write(file, ""), "has no result; expected one that --json has printed");
    assertProblem(write(file, "[]"), "has no result; expected one that --json has printed");
    assertProblem(
        write(file, "{\"schema\": \"lastwords/matrix/1\"}"),
        "lastwords/matrix/1: has none of the members title, axes, goals");
    assertProblem(
        write(file, "{\"schema\": \"lastwords/test/1\", \"cases\": \"all\"}"),
        "lastwords/test/1: \"cases\": expected integer, found string");
    assertProblem(
        write(file, "{\"schema\": \"lastwords/samples/1\"}"),
        "lastwords/samples/1 is not shown in a report; it shows test, ",
        "did you mean 'sample'?");
    assertProblem(
        write(file, "{\"schema\": \"lastwords/test/2\"}"),
        "lastwords/test/2 is of another version of lastwords; this one reads lastwords/test/1");
    assertProblem(folder.resolve("none").toString(), "no such file or folder");
    Files.delete(file);
    assertProblem(folder.toString(), "has no results; expected files");
  }

  private static String write(Path file, String text) throws IOException {
    return Files.writeString(file, text).toString();
  }

  private void assertProblem(String file, String... words) {
    Cli done = report(file, "--text");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(words).startsWith("lastwords: " + file);
    assertThat(done.out()).isEmpty();
  }

  @Test
  void resultsOfTwoVersionsAreNamed() throws IOException {
    String sample = Files.readString(RESULTS.resolve("sample.json"));
    Path later = folder.resolve("later.json");
    write(later, sample.replace("\"0.1.0\"", "\"0.2.0\""));
    String text = report(RESULTS.toString(), later.toString(), "--text").out();
    assertThat(text).contains("0.1.0 (2)", "0.2.0 (1)");
  }

  @Test
  void aWitnessOfAnotherKernelIsNotReplayed() throws IOException {
    Path witness;
    try (Stream<Path> all = Files.walk(tested.resolve("out"))) {
      witness = all.filter(it -> it.toString().endsWith(".witness")).findFirst().orElseThrow();
    }
    String text =
        Files.readString(witness).replaceFirst("(?m)^(.*kernel.*?)[0-9a-f]{8,}", "$10123");
    Path other = folder.resolve("other.witness");
    write(other, text.replaceAll("\\S*cases/wrong\\S*", tested + "/cases/wrong.conf"));
    Cli done = report(RESULTS.toString(), other.toString(), "--text");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("has changed since this was written");
    assertThat(done.out()).contains("not in this report: ");
  }

  @Test
  void aTestOfNothingIsAReportToo() throws IOException {
    Path file = folder.resolve("empty.json");
    write(file, "{\"schema\": \"lastwords/test/1\", \"cases\": 0, \"results\": []}");
    assertThat(report(file.toString(), "--text").out()).contains("test: 0 cases");
    assertThat(body(html(file))).contains("test: 0 cases");
  }

  @Test
  void exploringWritesAPageOfItsOutcomes() throws IOException {
    Path page = folder.resolve("explored.html");
    Cli.run("explore", "src/docs/first-case/first.conf", "--html", page.toString());
    assertThat(body(Files.readString(page)))
        .contains("<article class=\"swimlane\" id=\"run0\">")
        .contains("always")
        .contains("again: <code>lastwords explore src/docs/first-case/first.conf</code>");
  }

  @Test
  void aComparisonIsKeptWithItsRuns() throws IOException {
    String out = folder.resolve("kept").toString();
    Cli.run("compare", "5.2", "5.2", "logbuf-scenario-1", "--out", out);
    String html = body(html(out));
    assertThat(html)
        .contains("compare: A is 5.2, B is 5.2")
        .contains("<td>unchanged</td>")
        .contains("kernel 5.2, machine arm64")
        .contains("id=\"run1\"");
  }

  @Test
  void aSampleIsKeptWithItsRuns() throws IOException {
    String out = folder.resolve("kept").toString();
    Cli.run("sample", "logbuf-scenario-1", "--runs", "5", "--out", out);
    String text = report(out, "--text").out();
    assertThat(text)
        .contains("5 runs, timed, from seed 1")
        .contains("100.0 % (56.6 to 100.0)")
        .contains("cpu0 panics");
  }

  @Test
  void aReviewWritesAPageWithTheRunsOfBothSides() throws IOException {
    String silent =
        "void panic(const char *fmt, ...)\n{\n\tlw_panic_begins();\n\tlw_final_loop();\n"
            + "\tfor (;;)\n\t\tcpu_relax();\n}\n";
    String patch = Files.writeString(folder.resolve("silent.c"), silent).toString();
    Path page = folder.resolve("review.html");
    String out = folder.resolve("kept").toString();
    Cli done = Cli.run("review", patch, SHORT, "--html", page.toString(), "--out", out);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(body(Files.readString(page)))
        .contains("review: " + patch)
        .contains("kernel 5.2, machine ")
        .contains("kernel 5.2+" + patch + ", machine ")
        .contains("id=\"run1\"");
    assertThat(report(out, "--text").out()).contains("changed: panic()").contains("cpu0 panics");
  }
}
