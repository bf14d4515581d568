package lastwords.cli;

import static lastwords.cli.console.Terminal.NONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.OptionSpec;

/** Any wrong input: a helpful line, exit code 2, never a stack trace. */
final class WrongInputTest {
  @TempDir private Path folder;

  private static void refused(Cli done, String... hints) {
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).startsWith("lastwords: ");
    List.of(hints).forEach(hint -> assertThat(done.err()).contains(hint));
    assertThat(done.err()).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(done.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rnu x | did you mean 'run'",
        "run | SCENARIO",
        "run x --sede 1 | did you mean '--seed'",
        "run x --seed one | 'one' is not a whole number",
        "explore x --states 1e3 | '1e3' is not a whole number",
        "launch x --speed fast | 'fast' is not a number",
        "run x --engine guess | simulate",
        "run x --trace-format xml | ftrace",
        "run x y | unexpected argument 'y'",
        "run logbuf-scenario-22 | did you mean 'logbuf-scenario-2'",
        "test no-such-folder | no scenario 'no-such-folder'",
        "test --seeds 0 | --seeds",
        "kernel shwo | did you mean 'show'",
        "kernel show 3.16 | unknown kernel '3.16'; known: 4.14, 4.19, 5.0",
        "kernel show 5.2+panic-lock-saef | did you mean 'panic-lock-safe'",
        "kernel show 5.2 prink | did you mean 'printk'",
        "kernel show 5.2 printk --arch sparc | known: arm32, arm64",
        "kernel check no-such.c | no-such.c",
        "help opertions | no verb 'opertions'",
        "diff a | FILE",
        "diff no-such no-such | no such file",
      })
  void aMistakeIsNamed(String line, String hint) {
    refused(Cli.run(line.split(" ")), hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "show", "test", "diff", "kernel check"})
  void filesThatCannotBeAnythingAreRefused(String verb) throws IOException {
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    Path binary = Files.write(folder.resolve("binary.conf"), noise);
    Path source = Files.write(folder.resolve("binary.c"), noise);
    Path deep = Files.writeString(folder.resolve("deep.conf"), "a = " + "[".repeat(100_000));
    Path huge = Files.writeString(folder.resolve("huge.conf"), "x = 1\n".repeat(1_000_000));
    Path directory = Files.createDirectory(folder.resolve("folder.conf"));
    for (Path file : List.of(binary, source, deep, huge, directory)) {
      Stream<String> words = Stream.concat(Stream.of(verb.split(" ")), Stream.of(file.toString()));
      List<String> line =
          Stream.concat(words, verb.equals("diff") ? Stream.of(file.toString()) : Stream.of())
              .toList();
      refused(Cli.run(line));
    }
  }

  @Test
  void aFolderWithoutScenariosIsTold() {
    refused(Cli.run("test", folder.toString()), folder + ": no scenarios (*.conf) there");
  }

  @Test
  void aTraceThatCannotBeWrittenIsToldBeforeTheRun() {
    refused(
        Cli.run("run", "logbuf-scenario-2", "--trace", folder.resolve("no/such/file").toString()),
        "no such folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run logbuf-scenario-2 --trace",
        "run logbuf-scenario-2 --html",
        "matrix --csv",
        "matrix --html",
        "explore logbuf-scenario-2 --html",
        "explore logbuf-scenario-2 --junit",
        "compare 5.2 5.2 logbuf-scenario-2 --html",
        "orders --csv",
        "sensitivity logbuf-scenario-2 --csv",
        "sensitivity logbuf-scenario-2 --svg",
        "where-can-it-stop logbuf-scenario-2 --csv",
        "test --junit",
        "report x --html",
        "replay x --html",
        "review panic-lock-safe logbuf-scenario-2 --html",
      })
  void anOutputThatCannotBeWrittenIsToldBeforeAnyWork(String line) {
    refused(Cli.run((line + " " + folder.resolve("none/x")).split(" ")), "none: no such folder");
    refused(Cli.run((line + " " + folder).split(" ")), folder + " is a folder, not a file");
    refused(Cli.run((line + " -").split(" ")), "expected a file: standard output is in use");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "matrix --out",
        "explore logbuf-scenario-2 --out",
        "compare 5.2 5.2 logbuf-scenario-2 --out",
        "orders --out",
        "sample logbuf-scenario-2 --out",
        "test --out",
        "review panic-lock-safe --out",
        "explore logbuf-scenario-2 --witness-dir",
        "compare 5.2 5.2 logbuf-scenario-2 --witness-dir",
        "review panic-lock-safe --witness-dir",
        "sample logbuf-scenario-2 --witness-dir",
        "test --witness-dir",
        "run logbuf-scenario-2 --pstore-dir",
        "run logbuf-scenario-2 --vmcore-dir",
        "help --man-dir",
      })
  void aFolderThatCannotBeMadeIsToldBeforeAnyWork(String line) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (Path wanted : List.of(file, file.resolve("below"))) {
      Cli done = Cli.run((line + " " + wanted).split(" "));
      refused(done, file + " is a file, not a folder");
      assertThat(done.out()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "convert logbuf-scenario-2 \ud800.svg",
        "convert \ud800.jsonl x.csv",
        "run logbuf-scenario-2 --trace \ud800.txt",
        "run logbuf-scenario-2 --pstore-dir \ud800",
        "replay \ud800.witness",
        "sql select \ud800.jsonl",
        "ui \ud800.recording",
      })
  void aNameThatTheLocaleDoesNotHaveIsTold(String line) {
    refused(Cli.run(line.split(" ")), "cannot be a file name in this locale");
  }

  @Test
  void everyWordToChooseFromIsListedAsItIsTyped() {
    List<String> tried = new ArrayList<>();
    Output output = new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), NONE);
    Lastwords.create(output).getSubcommands().forEach((verb, command) -> choices(verb, tried));
    assertThat(tried).contains("run --level", "run --engine", "convert --to");
  }

  private static void choices(String verb, List<String> tried) {
    Output output = new Output(new ByteArrayOutputStream(), new ByteArrayOutputStream(), NONE);
    for (OptionSpec option :
        Lastwords.create(output).getSubcommands().get(verb).getCommandSpec().options()) {
      if (Stream.of(option.auxiliaryTypes()).anyMatch(Class::isEnum)) {
        String name = option.longestName();
        tried.add(verb + " " + name);
        refused(Cli.run(verb, name, "nosuch"), "'nosuch' is none of ");
      }
    }
  }

  @Test
  void aPortHasSixteenBits() {
    refused(Cli.run("ui", "logbuf-scenario-2", "--port", "99999"), "--port must be 0 to 65535");
    refused(Cli.run("node", "--port", "-1"), "--port must be 0 to 65535");
  }

  @Test
  void aResultIsPrintedInOneFormat() {
    String both = "mutually exclusive";
    refused(Cli.run("matrix", "--json", "--markdown"), both);
    refused(Cli.run("compare", "5.2", "5.3", "--json", "--markdown"), both);
    refused(Cli.run("orders", "logbuf-scenario-2", "--json", "--markdown"), both);
  }

  @Test
  void aKernelThatNoScenarioKnowsIsRefused() {
    Cli done = Cli.run("compare", "5.2", "5.2+typo");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("lastwords: --kernel 5.2+typo: unknown patch 'typo'");
  }

  @Test
  void withoutAVerbTheUsageIsShown() {
    Cli done = Cli.run();
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err())
        .contains("Usage: lastwords")
        .contains("Verbs:")
        .contains("where-can-it-stop");
  }
}
