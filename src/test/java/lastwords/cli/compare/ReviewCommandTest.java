package lastwords.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Progress;
import lastwords.cli.console.Terminal;
import lastwords.cli.effort.EffortOptions;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReviewCommandTest {
  private static final String CASE = "releases/serror-of-4.14-is-an-oops";
  private static final String CASES_OF_5_2 = "v5.2/a-record-without-the-banner-is-truncated";

  @TempDir private Path folder;

  private Path patch(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** panic() of a kernel that prints nothing at all. */
  private Path silence() throws IOException {
    return patch(
        "silence.c",
        """
        void panic(const char *fmt, ...)
        {
        \tlocal_irq_disable();
        \tatomic_cmpxchg(&panic_cpu, PANIC_CPU_INVALID, raw_smp_processor_id());
        \tlw_panic_begins();
        \tlw_final_loop();
        \tfor (;;)
        \t\tcpu_relax();
        }
        """);
  }

  @Test
  void aPatchThatDoesHarmIsToldWithTheStoriesOfBothSides() throws IOException {
    Cli done = Cli.run("review", silence().toString(), CASES_OF_5_2);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .startsWith("changed: panic()")
        .contains("worse")
        .contains("cpu0 says \"Kernel panic - not syncing")
        .contains("console none")
        .contains("  again: lastwords explore v5.2/a-record")
        .contains("--kernel 5.2+");
    assertThat(done.out().lines().filter(line -> !line.startsWith("  again: ")))
        .allMatch(line -> line.length() <= 72);
  }

  @Test
  void jsonHasEveryCaseAndOutcome() throws IOException {
    Cli done = Cli.run("review", silence().toString(), CASES_OF_5_2, "--json");
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(review.get("changed")).hasSize(1);
    assertThat(review.get("cases")).isNotEmpty();
    assertThat(review.get("cases").get(0).get("change").asText()).isEqualTo("worse");
    JsonNode outcome = review.at("/cases/0/outcomes/0");
    assertThat(outcome.get("storyBefore").toString()).contains("says");
    assertThat(outcome.get("againBefore").asText()).startsWith("lastwords ");
  }

  /** A folder written by 'kernel checkout', with a line replaced in a file. */
  private Path edited(String file, String line, String instead) throws IOException {
    Path tree = folder.resolve("tree");
    assertThat(Cli.run("kernel", "checkout", "5.2", tree.toString()).code()).isEqualTo(ExitCode.OK);
    String text = Files.readString(tree.resolve(file));
    assertThat(text).contains(line);
    Files.writeString(tree.resolve(file), text.replace(line, instead));
    return tree;
  }

  @Test
  void aFolderIsReviewedByWhatWasEditedThere() throws IOException {
    Path tree = edited("kernel/panic.c", "kmsg_dump(KMSG_DUMP_PANIC);", ";");
    Cli done = Cli.run("review", tree.toString(), CASES_OF_5_2);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.UNEXPECTED);
    assertThat(done.out())
        .contains("worse in pstore")
        .containsPattern("--kernel 5\\.2\\+\\S*/tree");
    Path file = tree.resolve("kernel/panic.c");
    Files.writeString(file, Files.readString(file).replace("\t;\n", "\tnonsense();\n"));
    assertThat(Cli.run("review", tree.toString(), CASE).err())
        .containsPattern("tree/kernel/panic\\.c:\\d+:\\d+: unknown function 'nonsense'");
  }

  @Test
  void aFolderThatIsAsItWasWrittenChangesNothing() throws IOException {
    Path tree = edited("kernel.conf", "CONFIG_LOG_BUF_SHIFT = 17", "CONFIG_LOG_BUF_SHIFT = 16");
    Cli done = Cli.run("review", tree.toString(), CASE);
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).startsWith("nothing changes");
    assertThat(done.err()).contains("changes CONFIG_LOG_BUF_SHIFT, too");
    Path manifest = tree.resolve("kernel.conf");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("checkout-of = \"5.2\"", "checkout-of = \"9.9\""));
    assertThat(Cli.run("review", tree.toString(), CASE).err())
        .contains("kernel.conf: checkout-of: expected a release");
  }

  @Test
  void anEmptyDiffChangesNothing() throws IOException {
    Cli done = Cli.run("review", patch("empty.patch", "\n").toString(), CASE);
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).startsWith("nothing changes");
  }

  @Test
  void withoutTimeNothingIsTried() throws IOException {
    Cli done = Cli.run("review", silence().toString(), CASES_OF_5_2, "--budget", "1ns", "--json");
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(review.get("cases")).isEmpty();
    assertThat(review.get("notTried")).isNotEmpty();
  }

  @Test
  void aPatchThatFitsNoKernelIsAnError() throws IOException {
    Path patch =
        patch(
            "foreign.patch",
            """
            --- a/kernel/panic.c
            +++ b/kernel/panic.c
            @@ -1,3 +1,3 @@
             no such line
            -in any kernel
            +of ours
             at all
            """);
    Cli done = Cli.run("review", patch.toString(), CASE);
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("foreign.patch");
  }

  /** With Linux's names, but invented lines. */
  private Path ofLinux() throws IOException {
    return patch(
        "linux.patch",
        """
        --- a/kernel/panic.c
        +++ b/kernel/panic.c
        @@ -170,7 +170,7 @@ void panic(const char *fmt, ...)
         \tsomething(that, is);
        -\tnot_here(at_all);
        +\tnot_here_either(at_all);
         }
        @@ -90,3 +90,4 @@
         void nmi_panic(struct pt_regs *regs, const char *msg)
         {
        +\tint is_new;
         \tint cpu;
        @@ -900,2 +900,2 @@ static int nobody_has_this(void)
         \tif (so)
        -\t\tone();
        +\t\tother();
        """);
  }

  @Test
  void ofADiffAgainstLinuxItsFunctionsAreShownAndWrittenForEditing() throws IOException {
    Path copy = folder.resolve("copy");
    Cli done = Cli.run("review", ofLinux().toString(), CASE, "--edit", copy.toString());
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.out())
        .contains("does not fit the emulated kernel")
        .containsPattern("  panic\\(\\)  kernel/panic.c:\\d+")
        .containsPattern("  nmi_panic\\(\\)  kernel/panic.c:\\d+")
        .contains("  nobody_has_this()  not here")
        .contains("copy/kernel/panic.c")
        .contains("lastwords kernel diff 6.0")
        .doesNotContain("not_here");
    assertThat(Files.readString(copy.resolve("kernel/panic.c"))).contains("void panic(");
    assertThat(done.err()).contains("linux.patch:");
  }

  @Test
  void oneVariantCanBeReviewed() throws IOException {
    Cli done =
        Cli.run("review", "panic-lock-safe", "logbuf-scenario-2", "--budget", "1ns", "--json");
    assertThat(JsonSchemas.valid("review", done.out()).get("notTried")).hasSizeGreaterThan(5);
    Cli one = Cli.run("review", "panic-lock-safe", "logbuf-scenario-2:x86_64", "--json");
    JsonNode review = JsonSchemas.valid("review", one.out());
    assertThat(review.get("cases")).hasSize(1);
    assertThat(review.at("/cases/0/change").asText()).isEqualTo("unchanged");
  }

  @Test
  void aFolderWithoutAKernelOrAMissingFileIsRefused() {
    assertThat(Cli.run("review", folder.toString()).err()).contains("no kernel.conf in");
    assertThat(Cli.run("review", "no-such.patch").err()).contains("no such file");
    assertThat(Cli.run("review", "panic-lock-safe", "--budget", "soon").err())
        .contains("expected a time such as 2m");
  }

  @Test
  void situationsAreCasesOfTheirOwn() throws IOException {
    Cli done =
        Cli.run(
            "review",
            "panic-lock-safe",
            "typical",
            "logbuf-scenario-2",
            "--budget",
            "1ns",
            "--json");
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(review.get("notFitting").toString()).contains("\"typical:soft-lockup\"");
    assertThat(review.get("notTried").toString()).doesNotContain("typical:soft-lockup");
    Cli alone = Cli.run("review", "panic-lock-safe", "typical:soft-lockup");
    assertThat(alone.code()).isEqualTo(ExitCode.USAGE);
    assertThat(alone.err())
        .contains(
            "panic-lock-safe.patch:3: applies to releases 5.0..5.4; does not fit kernel 5.18\n");
    Cli nowhere = Cli.run("review", "panic-lock-safe", "typical", "kexec");
    assertThat(nowhere.code()).isEqualTo(ExitCode.USAGE);
    assertThat(nowhere.err())
        .containsOnlyOnce("does not fit")
        .contains("kernels 5.10-rt, 5.10.223, ");
  }

  @Test
  void aCaseThatThePatchDoesNotFitIsSaid() {
    Cli done =
        Cli.run("review", "panic-lock-safe", "typical:soft-lockup", "logbuf-scenario-2:x86_64");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out().replaceAll("\\s+", " "))
        .contains(" 1 unchanged")
        .contains("1 not compared (typical:soft-lockup): the patch does not fit kernel 5.18: ")
        .contains("panic-lock-safe.patch:3: applies to releases 5.0..5.4 ");
  }

  @Test
  void casesThatAPatchDoesNotFitAreOneLine() {
    Cli done = Cli.run("review", "panic-lock-safe", "typical", "notifiers", "kexec", CASE);
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out().replaceAll("\\s+", " "))
        .containsPattern(
            "\\d{3} not compared: the patch does not fit kernels 4.14, 4.19, (\\S+, )+6.0: \\S+:3: applies")
        .containsOnlyOnce("applies to releases");
  }

  @Test
  void aPatchMayHaveAPlusInItsName() throws IOException {
    Path patch = folder.resolve("a+b+c.patch");
    Files.copy(Path.of("src/docs/kernel-trees/break-open.patch"), patch);
    Cli done = Cli.run("review", patch.toString(), CASES_OF_5_2);
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).contains("changed: printk_safe_flush_on_panic()");
  }

  @Test
  void aPathInAScenarioStartsAtTheScenario() throws IOException {
    Files.writeString(folder.resolve("mine.c"), "int mine;\n");
    Path scenario = folder.resolve("mine.conf");
    Files.writeString(
        scenario,
        """
        title = "with a source of its own"
        kernel = "5.2+./mine.c"
        machine = ${machines.arm64} { cpus = 1 }
        cpu.0.run = panic_in_task
        """);
    Cli done = Cli.run("review", "panic-lock-safe", scenario.toString());
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out()).contains("changed: ").doesNotContain("not compared");
  }

  @Test
  void aPatchThatIsCutOffIsNotTakenForOneOfLinux() throws IOException {
    Cli done =
        Cli.run("review", patch("cut.patch", "--- a/x.c\n+++ b/x.c\n@@ -1,9 +1,9 @@\n").toString());
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("cut.patch:3: ");
    assertThat(done.out()).isEmpty();
  }

  @Test
  void aSourceWithAnErrorIsRefusedWithItsPlace() throws IOException {
    Cli open = Cli.run("review", patch("open.c", "int x(\n").toString(), CASE);
    assertThat(open.code()).as(open.out()).isEqualTo(ExitCode.USAGE);
    assertThat(open.err()).contains("open.c:1:6: expected ')' after '('");
    Path end = patch("end.c", "void f(void) { return 1 }\n");
    Cli none = Cli.run("review", end.toString(), CASE, "--json");
    assertThat(none.code()).as(none.out()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains("end.c:1:");
  }

  @Test
  void aDiffWhoseCodeDoesNotCompileIsRefusedWithItsPlace() throws IOException {
    String diff = Files.readString(Path.of("src/docs/kernel-trees/break-open.patch"));
    Path patch = patch("broken.patch", diff.replaceFirst("(?m)^\\+(\\t.*);$", "+$1"));
    Cli done = Cli.run("review", patch.toString(), "logbuf-scenario-2:x86_64-nonmi");
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("broken.patch:").contains("expected");
    assertThat(done.out()).doesNotContain("does not fit the emulated kernel");
  }

  @Test
  void whatWasNotTriedIsNotCalledUnchanged() throws IOException {
    Cli source = Cli.run("review", silence().toString(), CASES_OF_5_2, "--budget", "0s");
    assertThat(source.out())
        .startsWith("nothing was compared")
        .contains("there was no time")
        .doesNotContain("nothing changes");
    Cli diff = Cli.run("review", "panic-lock-safe", "logbuf-scenario-2:x86_64", "--budget", "0s");
    assertThat(diff.out()).startsWith("changed: ").doesNotContain("nothing changes");
  }

  @Test
  void whatWasInterruptedIsSaidToBe() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Output output = new Output(out, out, Terminal.NONE);
    Catalog catalog = Catalog.standard();
    BooleanSupplier ctrlC =
        () -> {
          Thread.currentThread().interrupt();
          return false;
        };
    Progress progress = new Progress(output);
    Reviewed review =
        new Review(catalog, "panic-lock-safe", new EffortOptions(1, 1), progress, ctrlC)
            .of(List.of("logbuf-scenario-2"));
    assertThat(Thread.interrupted()).isTrue();
    ReviewStories stories = new ReviewStories(new ComparedFiles(catalog, Optional.empty()), false);
    new ReviewReport(output, stories).print(review);
    output.out().flush();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(" not compared: interrupted");
    JsonNode json = JsonSchemas.valid("review", new ReviewJson(stories).of(review));
    assertThat(json.get("interrupted").asBoolean()).isTrue();
  }

  @Test
  void anUnreadableDiffIsRefusedBeforeAnyScenarioIsRead() throws IOException {
    Path patch = patch("text.patch", "no diff at all\n");
    Cli done = Cli.run("review", patch.toString(), "no-such-scenario");
    assertThat(done.code()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains("text.patch").doesNotContain("no-such-scenario");
    Path bytes = Files.write(folder.resolve("bytes.patch"), new byte[] {(byte) 0xff, 0});
    assertThat(Cli.run("review", bytes.toString()).err()).contains("expected a text in UTF-8");
  }

  @Test
  void aScenarioOfTheUsersIsReviewedByItsPath() throws IOException {
    String path = "src/docs/first-case/first.conf";
    Cli done = Cli.run("review", "panic-lock-safe", path + ":trylock", "--json", "--runs", "5");
    assertThat(done.code()).as(done.err()).isIn(ExitCode.OK, ExitCode.UNEXPECTED);
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(review.at("/cases/0/scenario").asText()).isEqualTo(path);
  }

  @Test
  void whereNothingCanBeWrittenIsSaidBeforeTheWork() throws IOException {
    Path file = patch("file", "");
    for (String[] option :
        new String[][] {
          {"--html", folder.resolve("none/x.html").toString(), "none: no such folder"},
          {"--html", folder.toString(), "is a folder, not a file"},
          {"--out", file.toString(), "is a file, not a folder"},
          {"--witness-dir", file.resolve("deep").toString(), "is a file, not a folder"}
        }) {
      Cli done = Cli.run("review", "panic-lock-safe", "no-such-scenario", option[0], option[1]);
      assertThat(done.code()).isEqualTo(ExitCode.USAGE);
      assertThat(done.err()).contains(option[2]).doesNotContain("no-such-scenario");
    }
  }
}
