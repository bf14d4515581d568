package lastwords.cli.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When a verb may start something, and when it has to give up. */
final class DeadlineTest {
  private static final long DAY = 86_400_000_000_000L;

  @Test
  void nothingBeginsAfterIt() {
    assertThat(new Deadline(-1, DAY).isOver()).isTrue();
    assertThat(new Deadline(DAY, DAY).isOver()).isFalse();
    assertThat(Deadline.NEVER.isOver()).isFalse();
  }

  @Test
  void whatGoesOnForTooLongIsGivenUp() {
    Deadline deadline = new Deadline(DAY, 1);
    assertThat(deadline.bound(DeadlineTest::isInterrupted)).isTrue();
    assertThat(deadline.bound(DeadlineTest::isInterrupted)).as("and once more").isTrue();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static boolean isInterrupted() {
    try {
      return new CountDownLatch(1).await(5, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
