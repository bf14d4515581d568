package lastwords.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cli.console.ExitCode;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A review of a shipped patch reaches the verdict of src/docs/claims.md. */
final class ReviewOfClaimsTest {
  /** Shown by its scenario, with seeds: draining the log takes a minute of emulated time. */
  private static final String BY_SEEDS = "printk-suppress-nonpanic";

  @Test
  void everyShippedPatchIsReviewed() throws NoSuchMethodException {
    CsvSource rows =
        ReviewOfClaimsTest.class
            .getDeclaredMethod(
                "theVerdictIsThatOfTheClaims", String.class, String.class, String.class)
            .getAnnotation(CsvSource.class);
    Set<String> reviewed = new TreeSet<>(Set.of(BY_SEEDS));
    Stream.of(rows.value()).forEach(it -> reviewed.add(it.split(", ")[0]));
    assertThat(reviewed).isEqualTo(Catalog.standard().patches().keySet());
  }

  @ParameterizedTest
  @CsvSource({
    "panic-lock-safe, logbuf-scenario-1:default, unchanged",
    "panic-lock-safe, logbuf-scenario-2:default, fixed",
    "panic-lock-safe, logbuf-scenario-3:default, sometimes worse",
    "panic-lock-safe, v5.2/oops-under-the-log-lock-never-reaches-panic:default, unchanged",
    "panic-lock-safe-kdump, v5.2/post-notifiers-hang-on-the-own-log-lock-though-all-cpus-stop:default, fixed",
    "printk-enter-panic-mode, logbuf-scenario-2:default, fixed",
    "printk-no-spin-in-panic, v5.2/cpu-stuck-in-its-console-driver-silences-a-panic:default, fixed",
    "printk-safe-flush-trylock, reports/stopped-cpu-keeps-the-lock-of-the-safe-flush:default, fixed",
    "kexec-trylock, kexec/nmi-in-the-slow-path-of-the-lock:default, fixed",
    "kexec-atomic-lock, kexec/nmi-in-the-slow-path-of-the-lock:default, fixed",
    "kexec-xchg-lock, kexec/nmi-in-the-slow-path-of-the-lock:default, fixed",
    "kexec-two-flags, kexec/nmi-in-the-slow-path-of-the-lock:default, fixed",
    "kexec-loaders-wait-for-panic, kexec/nmi-in-the-slow-path-of-the-lock:default, fixed",
    "kexec-atomic-lock, kexec/nmi-panic-on-rt:default, better",
    "panic-kexec-first, notifiers/levels-say-what-comes-before-the-crash-kernel:default, unchanged",
    "panic-print-all-cpu-bt, v5.10/backtraces-of-all-cpus-come-too-late:default, different",
    "panic-four-lists, notifiers/bmc-that-does-not-answer-is-polled-for-ever:default, fixed",
    "panic-two-lists, notifiers/bmc-that-does-not-answer-is-polled-for-ever:default, fixed",
    "panic-post-hypervisor, notifiers/bmc-that-does-not-answer-is-polled-for-ever:default, fixed",
    "panic-notifier-filter, notifiers/bmc-that-does-not-answer-is-polled-for-ever:default, fixed",
    "panic-notifiers-level, notifiers/bmc-that-does-not-answer-is-polled-for-ever:default, better",
    "panic-four-lists, notifiers/information-before-the-crash-kernel-can-keep-it-from-starting:information-hangs-today, worse",
    "panic-level-petr, notifiers/information-before-the-crash-kernel-can-keep-it-from-starting:information-hangs-today, worse",
    "panic-level-kelley, notifiers/information-before-the-crash-kernel-can-keep-it-from-starting:information-hangs-today, worse",
    "panic-order, notifiers/information-before-the-crash-kernel-can-keep-it-from-starting:information-hangs-today, unchanged",
    "panic-flush-at-end, reports/last-line-of-an-nmi-panic-stays-in-the-log:default, better",
    "kmsg-dump-not-in-nmi, v5.2/own-log-lock-hangs-the-dump-without-nmi-stop:default, unchanged",
  })
  void theVerdictIsThatOfTheClaims(String patch, String one, String change) throws IOException {
    Cli done = Cli.run("review", patch, one, "--json", "--states", "60000", "--runs", "20");
    assertThat(done.code()).as(done.err()).isIn(ExitCode.OK, ExitCode.UNEXPECTED);
    JsonNode review = JsonSchemas.valid("review", done.out());
    assertThat(review.at("/cases/0/change").asText("not reached")).isEqualTo(change);
    boolean worse = change.endsWith("worse");
    assertThat(done.code()).isEqualTo(worse ? ExitCode.UNEXPECTED : ExitCode.OK);
  }
}
