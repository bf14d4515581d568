package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lastwords.cli.cases.CaseResult;
import lastwords.cli.cases.NamedCase;
import lastwords.cli.cases.StackOption;
import lastwords.cli.console.Output;
import lastwords.cli.console.Progress;
import lastwords.cli.console.Terminal;
import lastwords.cli.test.CaseRunner;
import lastwords.cli.test.TestReport;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every shipped scenario, in every variant, is a test. Adding the file adds the test. */
final class ShippedScenariosTest {
  @TestFactory
  Stream<DynamicTest> everyCaseEndsAsItsFileSays() {
    Catalog catalog = Catalog.standard();
    List<NamedCase> cases = new ArrayList<>();
    catalog.scenarios().forEach(name -> cases.addAll(NamedCase.of(catalog, name)));
    assertThat(cases).isNotEmpty();
    Output quiet =
        new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), Terminal.NONE);
    List<CaseResult> results =
        new CaseRunner(Optional.empty(), Optional.empty(), new Progress(quiet)).run(cases);
    return results.stream().map(it -> dynamicTest(name(it.made()), () -> check(it)));
  }

  private static String name(Case made) {
    return made.scenario() + " (" + made.variant() + ")";
  }

  private static void check(CaseResult result) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    Output output = new Output(text, text, Terminal.NONE);
    new TestReport(output, new StackOption()).print(List.of(result), 1);
    output.out().flush();
    assertThat(result.ok()).as(text.toString()).isTrue();
  }
}
