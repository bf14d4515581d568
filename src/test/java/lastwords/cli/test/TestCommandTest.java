package lastwords.cli.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

final class TestCommandTest {
  @TempDir private Path folder;

  private Path scenario(String name, String expectation) throws IOException {
    String text =
        "title = t, kernel = \"5.2\", machine = x86_64, cpu.0.run = panic_in_task\n"
            + "expect = [ "
            + expectation
            + " ]";
    return Files.writeString(folder.resolve(name + ".conf"), text);
  }

  @Test
  void aShippedFolderIsKnownByItsName() {
    Cli done = Cli.run("test", "hardware");
    assertThat(done.code()).as(done.err()).isZero();
    assertThat(done.out()).contains("hardware/disabled-local-apic-keeps-what-is-pending");
  }

  @Test
  void aFolderIsTestedAndCounted() throws IOException {
    scenario("loops", "{ end = loop, observe = always }");
    scenario("never-hangs", "{ end = hang, observe = never }");
    Cli done = Cli.run("test", folder.toString());
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.OK);
    assertThat(done.out().lines().filter(line -> line.contains(" ok"))).hasSize(2);
    assertThat(done.out()).endsWith("2 cases, 2 runs: 2 as expected, 0 not\n");
  }

  @Test
  void whatExpectsNothingIsNotAsExpected() throws IOException {
    scenario("loops", "{ end = loop, observe = always }");
    scenario("expects-nothing", "");
    Cli done = Cli.run("test", folder.toString());
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .endsWith("2 cases, 2 runs: 1 as expected, 1 without an expectation, 0 not\n");
  }

  @Test
  void aRunThatIsGivenUpDecidesNothing() throws IOException {
    Path file = scenario("never-hangs", "{ end = hang, observe = never }");
    Files.writeString(file, "\nlimits.run = 1ms\n", StandardOpenOption.APPEND);
    Cli done = Cli.run("test", folder.toString());
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out()).contains("UNDECIDED", "1 run ended by a limit");
  }

  @Test
  void buildServersReadTheResults() throws Exception {
    scenario("holds", "{ end = loop, observe = always }");
    scenario("fails", "{ end = hang, observe = always, because = \"<&> \\\"quoted\\\"\" }");
    scenario("broken", "{ end = hang, in = no_such_function, observe = always }");
    Path report = folder.resolve("report.xml");
    Cli done = Cli.run("test", folder.toString(), "--junit", report.toString());
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.out()).contains("unknown function 'no_such_function'");
    Element suites = parse(report);
    assertThat(suites.getAttribute("tests")).isEqualTo("3");
    assertThat(suites.getAttribute("failures")).isEqualTo("1");
    assertThat(suites.getAttribute("errors")).isEqualTo("1");
    NodeList tests = suites.getElementsByTagName("testcase");
    assertThat(tests.getLength()).isEqualTo(3);
  }

  @Test
  void kernelTestHarnessesReadTheResults() throws IOException {
    scenario("a-holds", "{ end = loop, observe = always }");
    scenario("b-fails", "{ end = hang, observe = always }");
    scenario("c-broken", "{ end = hang, in = no_such_function, observe = always }");
    Cli done = Cli.run("test", folder.toString(), "--ktap");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    List<String> lines = done.out().lines().toList();
    assertThat(lines).startsWith("KTAP version 1", "1..3", "  KTAP version 1");
    assertThat(lines)
        .filteredOn(line -> line.contains("ok "))
        .satisfiesExactly(
            it -> assertThat(it).isEqualTo("  ok 1 default"),
            it -> assertThat(it).startsWith("ok 1 ").endsWith("a-holds"),
            it -> assertThat(it).isEqualTo("  not ok 1 default"),
            it -> assertThat(it).startsWith("not ok 2 ").endsWith("b-fails"),
            it -> assertThat(it).isEqualTo("  not ok 1 default # ERROR could not run"),
            it -> assertThat(it).startsWith("not ok 3 ").endsWith("c-broken"));
    assertThat(lines)
        .filteredOn(line -> line.startsWith("  # ") && !line.contains("Subtest"))
        .anyMatch(line -> line.contains("hang"))
        .anyMatch(line -> line.contains("unknown function 'no_such_function'"));
    assertThat(Cli.run("test", folder.toString(), "--ktap", "--json").err())
        .contains("--json", "--ktap");
  }

  private static Element parse(Path file)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .getDocumentElement();
  }

  @Test
  void anEmptyFolderIsAMistake() {
    Cli done = Cli.run("test", folder.toString());
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("no scenarios");
  }
}
