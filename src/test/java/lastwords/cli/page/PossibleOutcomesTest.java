package lastwords.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.scenario.Case;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A user who explores by hand and moves on does not wait for earlier queries. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class PossibleOutcomesTest {
  private static final int DAY = 86_400; // seconds
  private static final Case MADE = Catalog.standard().scenario("logbuf-scenario-2").cases().get(0);

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger explorations = new AtomicInteger();

  private PossibleOutcomes outcomes(PossibleOutcomes.Exploring explorer) {
    return new PossibleOutcomes(MADE.checkMethod(), 100_000, DAY, explorer);
  }

  private Exploration explored(List<Action> path, Search search) {
    explorations.incrementAndGet();
    return Explorer.explore(MADE.setup(), path, search, Explorer.Listener.NONE);
  }

  /** Explores what follows the empty path until interrupted. */
  private Exploration endlessAtFirst(List<Action> path, Search search) {
    if (path.isEmpty()) {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    return explored(path, search);
  }

  /** Explores what follows the empty path, ignoring interrupts. */
  private Exploration stubbornAtFirst(List<Action> path, Search search) {
    begun.countDown();
    boolean interrupted = Thread.interrupted();
    while (released.getCount() > 0) {
      try {
        released.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return explored(path, search);
  }

  /** An answer that another thread gets. */
  private static CompletableFuture<String> asked(PossibleOutcomes outcomes, String path) {
    CompletableFuture<String> answer = new CompletableFuture<>();
    thread(outcomes, path, answer).start();
    return answer;
  }

  private static Thread thread(
      PossibleOutcomes outcomes, String path, CompletableFuture<String> answer) {
    Thread thread = new Thread(() -> answer.complete(outcomes.answer(Map.of("path", path))));
    thread.setDaemon(true);
    return thread;
  }

  private static String of(CompletableFuture<String> answer)
      throws ExecutionException, InterruptedException, TimeoutException {
    return answer.get(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS);
  }

  @Test
  void aNewerQueryEndsAnOlderOne() throws Exception {
    PossibleOutcomes outcomes = outcomes(this::endlessAtFirst);
    CompletableFuture<String> older = asked(outcomes, "");
    begun.await();
    assertThat(of(asked(outcomes, "step:0"))).contains("\"all\":true");
    assertThat(of(older)).contains("\"bound\":\"a newer question came\"");
  }

  @Test
  void ofThoseThatWaitOnlyTheNewestIsExplored() throws Exception {
    PossibleOutcomes outcomes = outcomes(this::stubbornAtFirst);
    final CompletableFuture<String> first = asked(outcomes, "");
    begun.await();
    CompletableFuture<String> second = new CompletableFuture<>();
    Thread waits = thread(outcomes, "step:0", second);
    waits.start();
    untilBlocked(waits);
    CompletableFuture<String> third = new CompletableFuture<>();
    Thread waitsToo = thread(outcomes, "step:1", third);
    waitsToo.start();
    untilBlocked(waitsToo);
    released.countDown();
    assertThat(of(third)).contains("\"all\":true");
    assertThat(of(first)).contains("a newer question came");
    assertThat(of(second)).contains("a newer question came");
    assertThat(explorations).hasValue(2);
  }

  /** It waits for its turn: its query is known to be newer. */
  private static void untilBlocked(Thread thread) {
    while (thread.getState() != Thread.State.BLOCKED) {
      assertThat(Thread.currentThread().isInterrupted()).as("by the timeout").isFalse();
      Thread.onSpinWait();
    }
  }
}
