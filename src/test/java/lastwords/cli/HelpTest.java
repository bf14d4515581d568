package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Help, manual pages and completion come from the same source, and their examples work. */
final class HelpTest {
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  @TempDir private Path folder;

  private static CommandLine all() {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    return Lastwords.create(new Output(sink, sink, Terminal.NONE));
  }

  /** Only verbs without subcommands. */
  private static List<String> verbs(String prefix, CommandLine command) {
    List<String> verbs = new ArrayList<>();
    command
        .getSubcommands()
        .forEach(
            (name, verb) -> {
              verbs.addAll(verbs(prefix + name + " ", verb));
              if (verb.getSubcommands().isEmpty()) {
                verbs.add(prefix + name);
              }
            });
    return verbs;
  }

  @Test
  void everyVerbHasTwoExamples() {
    assertThat(verbs("", all())).allSatisfy(verb -> assertThat(Examples.of(verb)).hasSize(2));
    assertThat(Cli.run("run", "--help").out())
        .contains("Examples:", "  lastwords run logbuf-scenario-2:patched --set panic=10 --json");
  }

  @Test
  void everyExampleIsOneThatTheProgramTakes() {
    for (String example : Examples.all()) {
      List<String> words = new ArrayList<>();
      Matcher word = WORD.matcher(example);
      while (word.find()) {
        words.add(word.group(1) == null ? word.group(2) : word.group(1));
      }
      all().parseArgs(words.toArray(String[]::new));
    }
  }

  /** Lines broken by hand would be broken again on a narrower terminal. */
  @Test
  void paragraphsOfHelpAreWholeSentences() {
    assertThat(paragraphs(all())).isNotEmpty().allMatch(it -> it.endsWith("."));
  }

  /** All but the last of each description. */
  private static List<String> paragraphs(CommandLine command) {
    List<String[]> all = new ArrayList<>();
    all.add(command.getCommandSpec().usageMessage().description());
    command.getCommandSpec().options().forEach(it -> all.add(it.description()));
    List<String> paragraphs = new ArrayList<>();
    all.forEach(it -> paragraphs.addAll(List.of(it).subList(0, Math.max(0, it.length - 1))));
    command.getSubcommands().values().forEach(it -> paragraphs.addAll(paragraphs(it)));
    return paragraphs;
  }

  @Test
  void longExamplesGoOnInANextLine() {
    String help = Cli.run("matrix", "--help").out();
    assertThat(help).contains("--faults typical --kernel 5.2,5.18 \\\n      --markdown\n");
  }

  @Test
  void everyVerbHasAManualPage() throws IOException {
    assertThat(Cli.run("help", "--man-dir", folder.toString()).code()).isEqualTo(ExitCode.OK);
    String page = Files.readString(folder.resolve("lastwords-kernel-show.1"));
    assertThat(page)
        .contains(".TH LASTWORDS-KERNEL-SHOW 1", ".SH SYNOPSIS", "\\fB\\-\\-arch\\fR \\fIA\\fR")
        .contains("lastwords kernel show 5.2\n");
    assertThat(verbs("", all()))
        .allSatisfy(
            verb ->
                assertThat(folder.resolve("lastwords-" + verb.replace(' ', '-') + ".1")).exists());
    assertThat(folder.resolve("lastwords.1")).content().contains(".SH VERBS", "\\fBrun\\fR");
  }

  @Test
  void aShellCompletesNames() {
    assertThat(Cli.run("completion").out())
        .contains("logbuf-scenario-2", "x86_64-kvm", "5.2-rt", "panic_timeout=", "oops=panic")
        .contains("bystander-patched");
  }

  @Test
  void aVerbThatDoesNotExistHasNoHelp() {
    for (String words : List.of("nonsense --help", "kernel nonsense --help", "--help nonsense")) {
      Cli done = Cli.run(words.split(" "));
      assertThat(done.code()).as(words).isEqualTo(ExitCode.USAGE);
      assertThat(done.err()).contains("no verb 'nonsense'");
    }
    assertThat(Cli.run("--help").code()).isEqualTo(ExitCode.OK);
    assertThat(Cli.run("run", "--help").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void verbsThatTakeAWitnessSaySo() {
    assertThat(Cli.run("shrink", "--help").out()).contains("SCENARIO|WITNESS");
    assertThat(Cli.run("why", "--help").out()).contains("SCENARIO|WITNESS");
  }
}
