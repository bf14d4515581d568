package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the user gives: a line that helps, exit code 2, never a stack trace. */
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
        "run x --seed one | 'one' is not a long",
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
  void aTraceThatCannotBeWrittenIsToldBeforeTheRun() {
    refused(
        Cli.run("run", "logbuf-scenario-2", "--trace", folder.resolve("no/such/file").toString()),
        "no such file");
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
