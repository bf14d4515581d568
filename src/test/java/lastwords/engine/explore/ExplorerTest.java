package lastwords.engine.explore;

import static lastwords.outcome.End.ALIVE;
import static lastwords.outcome.End.HANG;
import static lastwords.outcome.End.LIVELOCK;
import static lastwords.outcome.End.POWER_OFF;
import static lastwords.outcome.End.REBOOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractSequentialList;
import java.util.List;
import java.util.ListIterator;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.model.Action;
import lastwords.engine.walk.Replay;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.outcome.Outcome;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import org.junit.jupiter.api.Test;

/** Small kernels whose possible outcomes are known. */
class ExplorerTest {
  private static String locks(String first, String second) {
    return """
        DEFINE_RAW_SPINLOCK(a);
        DEFINE_RAW_SPINLOCK(b);
        void cpu0(void) { raw_spin_lock(&a); raw_spin_lock(&b); raw_spin_unlock(&b); raw_spin_unlock(&a); }
        void cpu1(void) { raw_spin_lock(&%s); raw_spin_lock(&%s); raw_spin_unlock(&%s); raw_spin_unlock(&%s); }
        """
        .formatted(first, second, second, first);
  }

  private static Finding finding(Exploration exploration, End end) {
    return exploration.findings().stream()
        .filter(it -> it.outcome().end() == end)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void locksTakenInOppositeOrderCanHang() {
    Exploration found = Bench.explore(locks("b", "a"));
    assertThat(found.end()).isEqualTo(Exploration.End.SPACE_EXHAUSTED);
    assertThat(found.findings()).hasSize(2);
    Finding hang = finding(found, HANG);
    assertThat(hang.witness()).hasSize(4);
    assertThat(hang.always()).isFalse();
    assertThat(found.doomed()).isPositive();
  }

  @Test
  void locksTakenInTheSameOrderDoNot() {
    Exploration found = Bench.explore(locks("a", "b"));
    assertThat(found.end()).isEqualTo(Exploration.End.SPACE_EXHAUSTED);
    assertThat(found.findings()).hasSize(1);
    assertThat(found.findings().get(0).always()).isTrue();
    assertThat(found.doomed()).isZero();
  }

  @Test
  void aWitnessReplaysToItsOutcome() {
    String source = locks("b", "a");
    for (Finding finding : Bench.explore(source).findings()) {
      Outcome again =
          Replay.run(Bench.setup(source), finding.witness(), finding.cause(), StepSink.NONE)
              .outcome();
      assertThat(again).isEqualTo(finding.outcome());
    }
  }

  /** The schedule of a long wait has millions of choices: it is traversed, not indexed. */
  @Test
  void aWitnessReplaysInOneGo() {
    String source = locks("b", "a");
    Finding hang = finding(Bench.explore(source), HANG);
    List<Action> sequential =
        new AbstractSequentialList<>() {
          @Override
          public ListIterator<Action> listIterator(int index) {
            assertThat(index).isZero();
            return hang.witness().listIterator(index);
          }

          @Override
          public int size() {
            return hang.witness().size();
          }
        };
    Outcome again =
        Replay.run(Bench.setup(source), sequential, hang.cause(), StepSink.NONE).outcome();
    assertThat(again).isEqualTo(hang.outcome());
  }

  /** The iterations of panic()'s wait for panic_timeout: ten minutes of them. */
  @Test
  void aLongWaitOfManyTurnsPasses() {
    String source =
        """
        int touched;
        void cpu0(void)
        {
        	long left;
        	lw_panic_begins();
        	for (left = 600 * 1000; left > 0; left -= 100) { WRITE_ONCE(touched, 1); mdelay(100); }
        	hw_reset();
        }
        void cpu1(void) { for (;;) halt(); }
        """;
    Exploration found = Bench.explore(source);
    assertThat(found.end()).isEqualTo(Exploration.End.SPACE_EXHAUSTED);
    assertThat(found.findings()).hasSize(1);
    assertThat(finding(found, REBOOT).always()).isTrue();
  }

  /** Two CPUs store twice each: 4 places each; once both have stored, two values are possible. */
  @Test
  void storesOfTwoCpusAreCountedByHand() {
    Exploration found = Bench.full(TWO);
    assertThat(found.states()).isEqualTo(7 + 9 * 2);
    assertThat(found.findings()).hasSize(1);
    assertThat(found.findings().get(0).states()).isEqualTo(2);
  }

  private static final String TWO =
      "int x; void cpu0(void) { x = 1; x = 2; } void cpu1(void) { x = 3; x = 4; }\n";

  /**
   * One of three holds the lock for ever (2 places), the others have come in one of 5 orders;
   * before that, no CPU holds it.
   */
  @Test
  void aLockThatNobodyFreesIsCountedByHand() {
    StringBuilder source = new StringBuilder("DEFINE_RAW_SPINLOCK(a);\n");
    for (int cpu = 0; cpu < 3; cpu++) {
      source.append("void cpu" + cpu + "(void) { raw_spin_lock(&a); }\n");
    }
    Exploration found = Bench.full(source.toString());
    assertThat(found.states()).isEqualTo(1 + 3 * 2 * 5);
    assertThat(found.doomed()).isEqualTo(found.states()); // even the first: some CPU gets the lock
  }

  /**
   * Before cpu0 sends, cpu1 is before or in its halt(): 2. Afterwards cpu0 has sent or is idle: 2
   * times as many. The interrupt is in flight, pending, in the handler before its store or after
   * it, each from before or in halt(): 8. Then cpu1 is before its first halt(), after it, or in
   * one: 3.
   */
  @Test
  void anInterruptIsCountedByHand() {
    Exploration found =
        Bench.full(
            """
            int x;
            __interrupt(0x40) void handler(void) { x = 1; }
            void cpu0(void) { hw_send_ipi(2, 0x40); }
            void cpu1(void) { for (;;) halt(); }
            """);
    assertThat(found.exhausted()).isTrue();
    assertThat(found.findings()).hasSize(1);
    assertThat(found.states()).isEqualTo(2 + 2 * (8 + 3));
  }

  @Test
  void aSpinningCpuIsTwoStatesHoweverLongItSpins() {
    StringBuilder six = new StringBuilder(TWO);
    for (int cpu = 2; cpu < 6; cpu++) {
      six.append("void cpu" + cpu + "(void) { for (;;) cpu_relax(); }\n");
    }
    Exploration found = Bench.full(six.toString());
    assertThat(found.exhausted()).isTrue();
    assertThat(found.states()).isEqualTo(16 * Bench.full(TWO).states()); // before and in its loop
  }

  @Test
  void noWakeUpIsLost() {
    Exploration found =
        Bench.explore(
            """
            int x; int y;
            void cpu0(void) { y = 1; y = 2; x = 1; }
            void cpu1(void) { while (!READ_ONCE(x)) cpu_relax(); }
            void cpu2(void) { long t = 1000000; while (t-- && !READ_ONCE(x)) udelay(1); y = t; }
            """);
    assertThat(found.exhausted()).isTrue();
    assertThat(Bench.outcomes(found)).containsExactly("alive, console n/a, pstore n/a, kdump n/a");
  }

  @Test
  void anInterruptBetweenTestAndHaltIsSlept() {
    String source =
        """
        int x;
        __interrupt(0x40) void handler(void) { x = 1; }
        void cpu0(void) { lw_panic_begins(); if (!READ_ONCE(x)) halt(); local_irq_disable(); hw_reset(); }
        void cpu1(void) { hw_send_ipi(1, 0x40); }
        """;
    Exploration found = Bench.explore(source);
    assertThat(found.exhausted()).isTrue();
    assertThat(found.findings()).extracting(it -> it.outcome().end()).contains(REBOOT).hasSize(2);
  }

  private static final String DEADLINE =
      """
      int x; int gone;
      void cpu0(void)
      {
        long t = 1000;

        lw_panic_begins();
        while (t-- && !READ_ONCE(x))
          udelay(1000);
        if (!READ_ONCE(x))
          hw_power_off();
        lw_final_loop();
        for (;;)
          mdelay(100);
      }
      """;

  @Test
  void aDeadlineDoesNotPassWhileAnybodyGetsOn() {
    String source = DEADLINE + "void cpu1(void) { gone = 1; gone = 2; x = 1; }";
    assertThat(Bench.explore(source).findings())
        .extracting(it -> it.outcome().end())
        .containsExactly(ALIVE);
    assertThat(Bench.earlyTimeouts(source).findings())
        .extracting(it -> it.outcome().end())
        .containsExactlyInAnyOrder(ALIVE, POWER_OFF);
  }

  @Test
  void aDeadlinePassesBesideAnEndlessLoop() {
    String loop = DEADLINE + "void cpu1(void) { for (;;) { gone++; gone &= 3; } }";
    assertThat(Bench.explore(loop).findings())
        .extracting(it -> it.outcome().end())
        .containsExactly(POWER_OFF);
    String runSpec =
        DEADLINE + "void cpu1(void) { while (READ_ONCE(x) == 0) { gone++; gone &= 3; } }";
    assertThat(Bench.explore(runSpec).findings())
        .extracting(it -> it.outcome().end())
        .containsExactly(POWER_OFF);
  }

  @Test
  void anEndlessLoopElsewhereNeitherHidesNorFakesAHang() {
    String stuck =
        "DEFINE_RAW_SPINLOCK(a); int x; void cpu0(void) { lw_panic_begins(); raw_spin_lock(&a); %s }\n";
    String busy = "void cpu1(void) { for (;;) { x++; x &= 3; } }";
    Exploration hang = Bench.explore(stuck.formatted("raw_spin_lock(&a);") + busy);
    assertThat(hang.findings()).extracting(it -> it.outcome().end()).containsExactly(HANG);
    assertThat(hang.findings().get(0).always()).isTrue();
    assertThat(hang.doomed()).isEqualTo(hang.states());
    Exploration reset = Bench.explore(stuck.formatted("hw_reset();") + busy);
    assertThat(reset.findings()).extracting(it -> it.outcome().end()).containsExactly(REBOOT);
    assertThat(reset.doomed()).isZero();
  }

  @Test
  void whoGoesOnForEverIsInALivelock() {
    Exploration found =
        Bench.explore(
            "int x; void cpu0(void) { lw_panic_begins(); for (;;) { x++; x &= 3; } } void cpu1(void) { }");
    assertThat(found.findings()).extracting(it -> it.outcome().end()).containsExactly(LIVELOCK);
    assertThat(found.doomed()).isZero();
  }

  @Test
  void aBoundIsSaidAndNothingIsAlwaysThen() {
    Setup setup = Bench.setup(locks("b", "a"));
    Exploration found =
        Explorer.explore(setup, false, new Bounds(30, 1000, 1 << 30), Explorer.Listener.NONE);
    assertThat(found.end()).isEqualTo(Exploration.End.BOUND_REACHED);
    assertThat(found.findings()).noneMatch(Finding::always);
    Exploration shallow =
        Explorer.explore(setup, false, new Bounds(1000, 3, 1 << 30), Explorer.Listener.NONE);
    assertThat(shallow.end()).isEqualTo(Exploration.End.BOUND_REACHED);
    assertThat(shallow.depth()).isEqualTo(3);
    Exploration small =
        Explorer.explore(setup, false, new Bounds(1000, 1000, 1), Explorer.Listener.NONE);
    assertThat(small.end()).isEqualTo(Exploration.End.MEMORY_REACHED);
  }

  @Test
  void bothEndsOfARandomNumberAreTried() {
    Exploration found =
        Bench.explore(
            "int x; void cpu0(void) { x = prandom_u32_max(5); if (x == 4) hw_reset(); } void cpu1(void) { }");
    assertThat(found.findings())
        .extracting(it -> it.outcome().end())
        .containsExactlyInAnyOrder(ALIVE, REBOOT);
  }

  private static final String STALL =
      """
      DEFINE_RAW_SPINLOCK(a);
      void cpu0(void) { lw_panic_begins(); raw_spin_lock(&a); hw_reset(); }
      void cpu1(void) { raw_spin_lock(&a); raw_spin_unlock(&a); }
      """;

  @Test
  void aStallMayComeAnywhereWithinItsBudget() {
    assertThat(Bench.explore(STALL).findings())
        .extracting(it -> it.outcome().end())
        .containsExactly(REBOOT);
    Search stall = Search.DEFAULT.withBounds(Bench.BOUNDS).withBudget(Budget.stall(1));
    Exploration found = Explorer.explore(Bench.setup(STALL), stall, Explorer.Listener.NONE);
    assertThat(found.findings())
        .extracting(it -> it.outcome().end())
        .containsExactlyInAnyOrder(REBOOT, HANG);
    assertThat(finding(found, HANG).witness())
        .filteredOn(choice -> choice.kind() == Action.Kind.STALL)
        .containsExactly(new Action(Action.Kind.STALL, 1, 0));
  }

  @Test
  void anInterruptMayBeLostWithinItsBudget() {
    String source =
        """
        int x;
        __interrupt(0x40) void handler(void) { x = 1; }
        void cpu0(void) { lw_panic_begins(); hw_send_ipi(2, 0x40); while (!READ_ONCE(x)) cpu_relax(); hw_reset(); }
        void cpu1(void) { for (;;) halt(); }
        """;
    Search lossy = Search.DEFAULT.withBounds(Bench.BOUNDS).withBudget(Budget.drops(1));
    assertThat(Explorer.explore(Bench.setup(source), lossy, Explorer.Listener.NONE).findings())
        .extracting(it -> it.outcome().end())
        .containsExactlyInAnyOrder(REBOOT, HANG);
  }
}
