package lastwords.cli.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Work that takes too long is interrupted, other work is not. */
final class AlarmTest {
  @Test
  void workThatOutlastsItIsInterrupted() {
    boolean interrupted = Alarm.after(1_000_000, AlarmTest::waitsForNothing);
    assertThat(interrupted).isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static boolean waitsForNothing() {
    try {
      new CountDownLatch(1).await();
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Test
  void shorterWorkIsNot() {
    assertThat(Alarm.after(Long.MAX_VALUE / 4, () -> "done")).isEqualTo("done");
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
