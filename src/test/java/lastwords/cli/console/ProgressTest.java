package lastwords.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class ProgressTest {
  private static final long SECOND = 1_000_000_000L;

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  private Progress progress(boolean overwrites, int columns) {
    Terminal terminal = new Terminal(false, false, overwrites, columns, "lastwords");
    return new Progress(new Output(OutputStream.nullOutputStream(), err, terminal), clock::get);
  }

  @Test
  void aTerminalShowsEachSecondHowManyOfHowManyAreDone() {
    Progress progress = progress(true, 80);
    progress.expect(400, "runs");
    progress.done(1);
    assertThat(err.toString()).isEmpty();
    clock.addAndGet(SECOND);
    progress.done(20);
    assertThat(err.toString()).isEqualTo("\r20 of 400 runs, 20/s");
    clock.addAndGet(SECOND / 2);
    progress.done(30);
    progress.close();
    assertThat(err.toString()).isEqualTo("\r20 of 400 runs, 20/s" + "\r" + " ".repeat(20) + "\r");
  }

  @Test
  void aComparisonShowsWhichOfItsScenariosIsExplored() {
    Progress progress = progress(true, 80);
    progress.heading(3, 40, "logbuf-scenario-2");
    clock.addAndGet(SECOND);
    progress.states(1000, 2000, 50, 7);
    String heading = "3 of 40, logbuf-scenario-2: ";
    String room = "1000 states, 2000 transitions, depth 50, 7 open, 1000 states/s";
    assertThat(err.toString()).isEqualTo("\r" + heading + "\r" + (heading + room).substring(0, 79));
  }

  @Test
  void aLogShowsEachTenth() {
    Progress progress = progress(false, 80);
    progress.expect(100, "runs");
    progress.done(15);
    clock.addAndGet(3 * SECOND);
    progress.done(25);
    progress.done(26);
    progress.done(31);
    progress.heading(2, 5, "logbuf-scenario-2");
    assertThat(err.toString())
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                "25 of 100 runs",
                "31 of 100 runs",
                "2 of 5: logbuf-scenario-2",
                ""));
  }

  @Test
  void aLogShowsWhichOfSeveralItIsAtMostEachTwoSeconds() {
    Progress progress = progress(false, 80);
    for (int second = 0; second < 6; second++) {
      progress.heading(second + 1, 6, "case");
      progress.heading(second + 1, 6, "case");
      clock.addAndGet(SECOND);
    }
    assertThat(err.toString().lines()).containsExactly("3 of 6: case", "5 of 6: case");
  }
}
