package lastwords.cli.report.block;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.outcome.OutcomeWords;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SeverityTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hang at cpu0:a in f, console none, pstore unreached, kdump n/a, not stopped [1] | SILENT",
        "loop, console none, pstore skipped, kdump n/a | SILENT",
        "hang at cpu0:a in f, console all, pstore unreached, kdump n/a | HANG",
        "livelock, console n/a, pstore written, kdump n/a | HANG",
        "reboot, console lost-tail, pstore n/a, kdump n/a | LOSSY",
        "kdump, console none, pstore unreached, kdump no-regs | LOSSY",
        "kdump, console none, pstore unreached, kdump ok | COMPLETE",
        "loop, console lost-tail, pstore written, kdump n/a, not stopped [1, 2], unmet: a | COMPLETE",
        "undecided, console none, pstore unreached, kdump n/a | UNKNOWN",
        "something else | UNKNOWN",
      })
  void anOutcomeIsAsBadAsWhatIsLost(String summary, Severity severity) {
    assertThat(Severity.of(OutcomeWords.in(summary))).isEqualTo(severity);
  }
}
