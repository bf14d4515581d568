package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.model.Action;
import lastwords.engine.walk.Replay;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;

/** Small kernels in which a CPU can be kept waiting for ever, or cannot. */
class FairCyclesTest {
  private static String kernel(String panics, String other) {
    return """
        DEFINE_RAW_SPINLOCK(a);
        int x; int y;
        void cpu0(void) { lw_panic_begins(); %s lw_final_loop(); for (;;) halt(); }
        void cpu1(void) { for (;;) { %s } }
        """
        .formatted(panics, other);
  }

  private static final String LOCKS = "raw_spin_lock(&a); raw_spin_unlock(&a);";

  private static Exploration explore(String source, boolean queued, boolean earlyTimeouts) {
    Setup setup = Bench.setup(source, queued ? LockKind.QUEUED : LockKind.TEST_AND_SET);
    return Explorer.explore(
        setup, Bench.SEARCH.withEarlyTimeouts(earlyTimeouts), Explorer.Listener.NONE);
  }

  private static Optional<Finding> livelock(Exploration found) {
    assertThat(found.exhausted()).isTrue();
    return found.findings().stream().filter(it -> it.outcome().end() == End.LIVELOCK).findFirst();
  }

  @Test
  void aLockWithoutAQueueCanBeMissedForEver() {
    Finding found = livelock(explore(kernel(LOCKS, LOCKS), false, false)).orElseThrow();
    assertThat(found.outcome().at()).isEqualTo("cpu0:a");
    assertThat(found.outcome().in()).isEqualTo("cpu0");
    assertThat(found.always()).isFalse();
    assertThat(found.run().explanation().toString())
        .contains("cpu1 takes and releases it for ever in cpu1()")
        .contains("test-and-set, not FIFO");
  }

  @Test
  void aLockWithAQueueCannot() {
    assertThat(livelock(explore(kernel(LOCKS, LOCKS), true, false))).isEmpty();
    assertThat(livelock(explore(kernel(LOCKS, LOCKS), true, true))).isEmpty();
  }

  /** Its holder may take its time; but while it is free for a while, a waiter gets it. */
  @Test
  void aLockThatIsFreeForAWhileIsMissedOnlyByAHostThatIsOverloaded() {
    String free = kernel(LOCKS, LOCKS + " udelay(10);");
    assertThat(livelock(explore(free, false, false))).isEmpty();
    assertThat(livelock(explore(free, false, true))).isPresent();
    String held = kernel(LOCKS, "raw_spin_lock(&a); udelay(10); raw_spin_unlock(&a);");
    assertThat(livelock(explore(held, false, false))).isPresent();
  }

  @Test
  void aWordCanHaveTheWrongValueAtEachLook() {
    String flag = kernel("while (READ_ONCE(x) == 0) cpu_relax();", "x = 1; x = 0;");
    Finding found = livelock(explore(flag, true, false)).orElseThrow();
    assertThat(found.outcome().at()).isEqualTo("cpu0:x");
    assertThat(found.run().explanation().toString()).contains("changes x for ever");
    String once = kernel("while (READ_ONCE(x) == 0) cpu_relax();", "x = 1; y = 1; y = 0;");
    assertThat(livelock(explore(once, true, false))).isEmpty();
  }

  @Test
  void aTrylockCanFailForEverWithAnyLock() {
    String tries = kernel("while (!raw_spin_trylock(&a)) cpu_relax();", LOCKS);
    Finding found = livelock(explore(tries, true, false)).orElseThrow();
    assertThat(found.outcome().in()).isEqualTo("cpu0");
  }

  @Test
  void whoGoesRoundAndDoesThingsIsNotSaidToWait() {
    String busy = kernel("while (READ_ONCE(x) == 0) y = y + 1 & 1;", "x = 1; x = 0;");
    Finding found = livelock(explore(busy, true, false)).orElseThrow();
    assertThat(found.outcome().at() + found.outcome().in()).isEmpty();
    assertThat(found.run().explanation().toString()).contains("cpu0 repeats itself as well");
  }

  /** A CPU that is always able to act has to: the flag is eventually set, and stays set. */
  @Test
  void whoCanActAllTheTimeActs() {
    String source =
        kernel("while (READ_ONCE(x) == 0) cpu_relax();", "y = 1; y = 0;")
            + "void cpu2(void) { x = 1; }\n";
    assertThat(livelock(explore(source, true, false))).isEmpty();
  }

  /** A wait of a second ends, if others loop that long. */
  @Test
  void timePassesWhileOthersGoRound() {
    String other = kernel(LOCKS, LOCKS) + "void cpu2(void) { for (;;) mdelay(1000); }\n";
    assertThat(livelock(explore(other, false, false))).isPresent();
    String helps = kernel(LOCKS, LOCKS + " while (READ_ONCE(y)) cpu_relax();");
    String ends = helps + "void cpu2(void) { mdelay(1000); y = 1; }\n";
    assertThat(livelock(explore(ends, false, false))).isEmpty();
  }

  /** Interrupts do not end a CPU's wait. */
  @Test
  void interruptsArriveInACycle() {
    String source =
        "int z; __interrupt(0x40) void ipi(void) { z = 1; z = 0; }\n"
            + kernel(LOCKS, "raw_spin_lock(&a); hw_send_ipi(1, 0x40); raw_spin_unlock(&a);");
    assertThat(livelock(explore(source, false, false))).isPresent();
  }

  @Test
  void aCycleThatIsNoneIsNotReplayed() {
    Setup setup = Bench.setup(kernel(LOCKS, LOCKS), LockKind.TEST_AND_SET);
    Finding found =
        livelock(Explorer.explore(setup, Bench.SEARCH, Explorer.Listener.NONE)).orElseThrow();
    List<Action> broken = new ArrayList<>(found.cycle().subList(0, found.cycle().size() - 1));
    for (List<Action> cycle : List.of(broken, List.<Action>of())) {
      assertThatThrownBy(
              () -> Replay.done(setup, found.witness(), cycle, found.cause(), true, StepSink.NONE))
          .isInstanceOf(Replay.ImpossibleException.class);
    }
  }
}
