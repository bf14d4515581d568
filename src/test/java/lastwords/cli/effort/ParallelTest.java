package lastwords.cli.effort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Pieces of work on several threads. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class ParallelTest {
  private static List<Callable<Optional<Integer>>> numbers(int count) {
    List<Callable<Optional<Integer>>> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i;
      pieces.add(() -> Optional.of(number));
    }
    return pieces;
  }

  @Test
  void resultsHaveTheOrderOfThePieces() {
    assertThat(Parallel.run(3, numbers(5))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void resultsEndWhereThereWasNoTime() {
    List<Callable<Optional<Integer>>> pieces = numbers(5);
    pieces.set(2, Optional::empty);
    assertThat(Parallel.run(2, pieces)).containsExactly(0, 1);
  }

  @Test
  void whoeverIsInterruptedGetsWhatIsDone() {
    Thread self = Thread.currentThread();
    List<Callable<Optional<Integer>>> pieces = numbers(1);
    pieces.add(
        () -> {
          self.interrupt();
          new CountDownLatch(1).await();
          return Optional.empty();
        });
    assertThat(Parallel.run(1, pieces)).hasSizeLessThan(2);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aMistakeInAPieceIsThrown() {
    List<Callable<Optional<Integer>>> pieces = numbers(1);
    pieces.add(
        () -> {
          throw new IllegalStateException("a mistake");
        });
    assertThatThrownBy(() -> Parallel.run(2, pieces)).hasMessage("a mistake");
  }
}
