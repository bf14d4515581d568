package lastwords.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Ten lines of the panic path, each changed on its own. For a harmful change a review names a case
 * that gets worse, and in what respect; for a harmless one it names none. A semicolon removes a
 * line.
 */
final class ReviewOfMutationsTest {
  private static final String OF_5_2 = "logbuf-scenario-2:x86_64";
  private static final String OF_5_18 = "typical:panic-in-a-task";

  @TempDir private Path folder;

  /** A patch of one line: the matching line nearest to the given one. */
  private Path mutation(String file, int near, String line, String instead) throws IOException {
    String diff =
        "--- a/%s%n+++ b/%s%n@@ -%d +%d @@%n-%s%n+%s%n"
            .formatted(file, file, near, near, tabs(line), tabs(instead));
    return Files.writeString(folder.resolve("mutation.patch"), diff);
  }

  private static String tabs(String line) {
    return line.replace('~', '\t');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kernel/panic.c | 1 | ~__crash_kexec(NULL); | ~; | 5.18 | kdump",
        "kernel/panic.c | 900 | ~smp_send_stop(); | ~; | 5.2 | end",
        "kernel/panic.c | 900 | ~printk_safe_flush_on_panic(); | ~; | 5.2 | end",
        "kernel/panic.c | 1 | ~kmsg_dump(KMSG_DUMP_PANIC); | ~; | 5.2 | pstore",
        "fs/pstore/platform.c | 1 | ~~psinfo->write(&record); | ~~; | 5.2 | pstore",
        "arch/x86/kernel/smp.c | 1 | ~~stop_by_nmi(); | ~~; | 5.2 | end",
        "arch/x86/kernel/crash.c | 1 | ~crash_save_cpu(regs, cpu); | ~; | 5.18 | kdump",
        "arch/x86/kernel/crash.c | 1 | ~kdump_nmi_shootdown_cpus(); | ~; | 5.18 | kdump",
        "kernel/printk/printk.c | 1 | ~~~~con->write(con, text, len); | ~~~~; | 5.2 | console",
      })
  void whatDoesHarmIsNamed(
      String file, int near, String line, String instead, String kernel, String aspect)
      throws IOException {
    JsonNode review = review(mutation(file, near, line, instead), kernel, ExitCode.UNEXPECTED);
    List<String> worse = new ArrayList<>();
    for (JsonNode one : review.get("cases")) {
      one.get("worseIn").forEach(it -> worse.add(it.asText()));
    }
    assertThat(worse).contains(aspect);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kernel/panic.c | 900 | ~~touch_softlockup_watchdog(); | ~~; | 5.2",
      })
  void whatDoesNoHarmIsNot(String file, int near, String line, String instead, String kernel)
      throws IOException {
    review(mutation(file, near, line, instead), kernel, ExitCode.OK);
  }

  private static JsonNode review(Path patch, String kernel, int code) throws IOException {
    String scenario = kernel.equals("5.2") ? OF_5_2 : OF_5_18;
    Cli done =
        Cli.run(
            "review", patch.toString(), scenario, "--json", "--states", "30000", "--runs", "20");
    assertThat(done.code()).as(done.out() + done.err()).isEqualTo(code);
    return JsonSchemas.valid("review", done.out());
  }
}
