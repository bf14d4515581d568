package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import lastwords.kernelc.image.Builtin;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The verbs that only give information: list, show, kernel, version, completion, help. */
final class InformingCommandsTest {
  private static String told(String line) {
    Cli done = Cli.run(line.split(" "));
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.err()).isEmpty();
    return done.out();
  }

  @Test
  void listNamesEveryScenarioAndMachine() {
    Catalog catalog = Catalog.standard();
    assertThat(told("list")).contains(catalog.scenarios()).contains(catalog.machines().keySet());
  }

  @Test
  void showExplainsEveryScenario() {
    for (String name : Catalog.standard().scenarios()) {
      assertThat(told("show " + name))
          .startsWith(name + ": ")
          .contains("kernel", "machine", "cpu0");
    }
  }

  @Test
  void aFunctionIsShownAsItStandsInItsFile() {
    assertThat(told("kernel show 5.2 panic"))
        .startsWith("/* kernel/panic.c:")
        .contains("void panic(const char *fmt, ...)")
        .endsWith("}\n");
  }

  @Test
  void aPatchTellsWhatItReplaces() {
    assertThat(told("kernel show 5.2+panic-lock-safe"))
        .contains("patched function", "panic ", "patches/panic-lock-safe.patch");
  }

  @Test
  void byteCodeNamesWhatItWorksOn() {
    assertThat(told("kernel disassemble 5.2 panic")).contains("panic_cpu");
  }

  @Test
  void aFileOfKernelCIsChecked() {
    assertThat(told("kernel check src/docs/first-case/watchdog.c"))
        .contains("compiles with kernel");
  }

  @Test
  void aVerbKnowsTheNameThatItIsFoundBy() {
    Output nowhere =
        new Output(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(), Terminal.NONE);
    CommandLine all = Lastwords.create(nowhere);
    assertThat(all.getSubcommands()).containsOnlyKeys(Verbs.names());
    all.getSubcommands().forEach((verb, it) -> assertThat(it.getCommandName()).isEqualTo(verb));
  }

  @Test
  void everyOperationIsExplained() {
    String told = told("help operations");
    for (Builtin builtin : Builtin.values()) {
      assertThat(told).contains(builtin.signature()).contains(builtin.doc());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "explore",
        "test",
        "list",
        "show",
        "kernel",
        "kernel check",
        "diff",
        "cluster up",
        "cluster status",
        "cluster down",
        "node",
        "launch",
        "ps",
        "parts",
        "pause",
        "resume",
        "step",
        "stop",
        "remove",
        "inject",
        "faults",
        "withdraw",
        "trace",
        "outcome",
        "fetch",
        "stop-node",
        "cont-node",
        "kill-node",
        "restart-node",
        "partition",
        "heal",
        "replay",
        "why",
        "compare",
        "shrink",
        "sample",
        "help"
      })
  void everyVerbHasHelp(String verb) {
    assertThat(told("help " + verb)).contains("Usage: lastwords " + verb);
    assertThat(told(verb + " --help")).isEqualTo(told("help " + verb));
  }

  @Test
  void aVerbIsAlsoFoundByItsFormerName() {
    assertThat(told("finish --help")).isEqualTo(told("stop --help"));
    assertThat(told("help finish")).isEqualTo(told("stop --help"));
  }

  @Test
  void anOptionIsAlsoFoundByItsFormerName() {
    String all = told("explore logbuf-scenario-1 --variant patched --json --early-timeouts");
    assertThat(all).contains("\"earlyTimeouts\" : true");
    assertThat(told("explore logbuf-scenario-1 --variant patched --json --impatient"))
        .isEqualTo(all);
    assertThat(told("explore --help")).doesNotContain("impatient");
  }

  @Test
  void theCompletionScriptKnowsTheVerbs() {
    assertThat(told("completion")).contains("disassemble").contains("--pstore-dir");
  }
}
