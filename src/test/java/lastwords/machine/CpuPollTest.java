package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Loops that wait: they end with C's results, at C's time, and cost a handful of steps. */
class CpuPollTest {
  private static final String POLL =
      """
      int x, y;
      void cpu0(void)
      {
        %s
      }
      void cpu1(void) { ndelay(%d); x = 1; }
      """;

  private static CpuBench.Ran poll(String statements, long nanos) {
    return CpuBench.run(String.format(POLL, statements, nanos));
  }

  /** Nothing changes: the counter's last value and the microseconds that all iterations take. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int t = 10; trace(0); while (!READ_ONCE(x) && t--) udelay(1); trace(t); | -1 | 10",
        "int t = 10; trace(0); while (!READ_ONCE(x) && --t) udelay(1); trace(t); | 0 | 9",
        "int t = 10; trace(0); while (!READ_ONCE(x) && t-- > 0) udelay(1); trace(t); | -1 | 10",
        "int t = 10; trace(0); while (!READ_ONCE(x) && t > 0) { udelay(1); t--; } trace(t); | 0 |"
            + " 10",
        "int t = 10; trace(0); while (t-- && !READ_ONCE(x)) udelay(1); trace(t); | -1 | 10",
        "unsigned long t = 10; trace(0); while (!READ_ONCE(x) && t--) udelay(1); trace(t); | -1 |"
            + " 10",
        "unsigned int t = 10; trace(0); while (!READ_ONCE(x) && t--) udelay(1); trace(t); |"
            + " 4294967295 | 10",
        "int t; trace(0); for (t = 0; t < 10 && !READ_ONCE(x); t++) udelay(1); trace(t); | 10 | 10",
        "int t; trace(0); for (t = 0; !READ_ONCE(x) && t++ < 10; ) udelay(1); trace(t); | 11 | 10",
        "int t; trace(0); for (t = 0; !READ_ONCE(x) && t < 10; t += 3) udelay(1); trace(t); | 12 |"
            + " 4",
        "int t; trace(0); for (t = 10; t > 0 && !READ_ONCE(x); --t) { udelay(1); cpu_relax(); }"
            + " trace(t); | 0 | 10",
        "int t = 10; trace(0); while (!READ_ONCE(x) && t--) { udelay(1); ndelay(500); } trace(t); |"
            + " -1 | 15",
        "int t = 3; trace(0); while (!READ_ONCE(x) && t--) mdelay(1); trace(t); | -1 | 3000",
        "int t = 10, k = 4; trace(0); for (t = 0; !READ_ONCE(x) && t < k; t++) udelay(1); trace(t);"
            + " | 4 | 4",
        "int t = 0; trace(0); while (!READ_ONCE(x) && t--) udelay(1); trace(t); | -1 | 0",
        "int t = 10; trace(0); do { udelay(1); } while (!READ_ONCE(x) && --t); trace(t); | 0 | 10",
        "int t = 10; trace(0); while (!READ_ONCE(x) && !READ_ONCE(y) && t--) udelay(1); trace(t); |"
            + " -1 | 10",
        "int t = 10; trace(0); while (READ_ONCE(x) + READ_ONCE(y) == 0 && t--) udelay(1); trace(t);"
            + " | -1 | 10",
        "long t = 1000000; trace(0); while (!READ_ONCE(x) && t--) udelay(1); trace(t); | -1 |"
            + " 1000000",
      })
  void withoutAChangeACounterEndsAsInC(String statements, long counter, long micros) {
    CpuBench.Ran ran = poll(statements, 4_000_000_000L);
    assertThat(ran.traced()).containsExactly(0L, counter);
    assertThat(ran.span()).isBetween(micros * 1_000, micros * 1_000 + 600);
  }

  /** The word changes after 5.5 us: this many iterations have passed by then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int t = 10; trace(0); while (!READ_ONCE(x) && t--) udelay(1); trace(t); | 4",
        "int t = 10; trace(0); while (!READ_ONCE(x) && --t) udelay(1); trace(t); | 4",
        "int t; trace(0); for (t = 0; t < 10 && !READ_ONCE(x); t++) udelay(1); trace(t); | 6",
        "int t = 10; trace(0); while (!READ_ONCE(x) && t > 0) { udelay(1); t--; } trace(t); | 4",
        "int t = 10; trace(0); while (!READ_ONCE(y) && !READ_ONCE(x) && t--) udelay(1); trace(t); |"
            + " 4",
      })
  void withAChangeAboutAsManyTurnsHavePassed(String statements, long counter) {
    CpuBench.Ran ran = poll(statements, 5_500);
    assertThat(ran.traced().get(1)).isBetween(counter - 1, counter + 1);
    assertThat(ran.span()).isBetween(4_400L, 6_700L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "while (!READ_ONCE(x)) cpu_relax();",
        "while (!READ_ONCE(x)) udelay(1);",
        "while (!READ_ONCE(x)) ;",
        "while (READ_ONCE(x) == y) cpu_relax();",
        "do cpu_relax(); while (!READ_ONCE(x));",
        "for (;;) { if (READ_ONCE(x)) break; cpu_relax(); }",
        "again: if (!READ_ONCE(x)) { cpu_relax(); goto again; }",
        "int t = 1000000000; while (!READ_ONCE(x) && t--) cpu_relax();",
      })
  void aSecondOfWaitingIsAHandfulOfSteps(String statements) {
    CpuBench.Ran ran = poll(statements + " trace(x);", 1_000_000_000L);
    assertThat(ran.traced()).containsExactly(1L);
    assertThat(ran.time(0)).isBetween(1_000_000_000L, 1_000_003_000L);
    assertThat(ran.steps(0)).isLessThan(40);
  }

  @Test
  void aChangeOfAWordThatIsNotTheRightOneIsWaitedOut() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int x;
            void cpu0(void) { while (READ_ONCE(x) < 5) cpu_relax(); trace(x); }
            void cpu1(void) { int i; for (i = 1; i <= 5; i++) { udelay(10); WRITE_ONCE(x, i); } }
            """);
    assertThat(ran.traced()).containsExactly(5L);
    assertThat(ran.time(0)).isBetween(50_000L, 52_000L);
  }

  @Test
  void aLoopWaitsForLocksToo() {
    String source =
        """
        DEFINE_RAW_SPINLOCK(lock);
        void cpu0(void) { udelay(10); %s trace(1); }
        void cpu1(void) { raw_spin_lock(&lock); mdelay(100); raw_spin_unlock(&lock); }
        """;
    for (String loop :
        new String[] {
          "while (raw_spin_is_locked(&lock)) cpu_relax();",
          "while (!raw_spin_trylock(&lock)) cpu_relax();",
          "int t = 1000; while (raw_spin_is_locked(&lock) && t--) mdelay(1);",
        }) {
      CpuBench.Ran ran = CpuBench.run(String.format(source, loop));
      assertThat(ran.traced()).containsExactly(1L);
      assertThat(ran.time(0)).as(loop).isBetween(100_000_000L, 101_100_000L);
      assertThat(ran.steps(0)).as(loop).isLessThan(40);
    }
  }

  @Test
  void aLoopThatDoesMoreThanLookIsNotParked() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int x, turns;
            void cpu0(void) { while (!READ_ONCE(x)) { turns++; cpu_relax(); } trace(turns); }
            void cpu1(void) { udelay(100); x = 1; }
            """);
    assertThat(ran.traced().get(0)).as("one turn is about 70 ns").isBetween(1_000L, 2_000L);
  }

  @Test
  void aLoopThatReadsTheClockSeesItPass() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            void cpu0(void)
            {
              u64 end = local_clock() + 100000;

              trace(0);
              while (local_clock() < end)
                cpu_relax();
              trace(1);
            }
            """);
    assertThat(ran.span()).isBetween(99_900L, 100_200L);
  }

  @Test
  void aHandlerEndsALoopOverAPrivateWord() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            DEFINE_PER_CPU(int, done);
            __interrupt(0x40) void handler(void) { this_cpu_write(done, 1); }
            void cpu0(void) { while (!this_cpu_read(done)) cpu_relax(); trace(1); }
            void cpu1(void) { mdelay(100); hw_send_ipi(1, 0x40); }
            """);
    assertThat(ran.traced()).containsExactly(1L);
    assertThat(ran.steps(0)).isLessThan(20);
  }

  @Test
  void moreWordsThanCanBeWatchedAreStillWaitedFor() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int w[12];
            int any(void)
            {
              int i; for (i = 0; i < 12; i++) if (READ_ONCE(w[i])) return 1; return 0;
            }
            void cpu0(void) { while (!any()) cpu_relax(); trace(1); }
            void cpu1(void) { udelay(200); w[11] = 1; }
            """);
    assertThat(ran.traced()).containsExactly(1L);
    assertThat(ran.time(0)).isBetween(200_000L, 202_000L);
  }

  @Test
  void atomicWaitsAreParkedUntilTheyCanSucceed() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int owner = 1;
            void cpu0(void) { while (cmpxchg(&owner, 0, 2) != 0) cpu_relax(); trace(owner); }
            void cpu1(void) { mdelay(100); xchg(&owner, 0); }
            """);
    assertThat(ran.traced()).containsExactly(2L);
    assertThat(ran.steps(0)).isLessThan(20);
  }

  @Test
  void allStagedIsTrueWhenTheOthersHaveSaidSo() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            void cpu0(void) { while (!lw_all_staged()) cpu_relax(); trace(0); }
            void cpu1(void) { udelay(50); trace(1); lw_staged(); }
            void cpu2(void) { mdelay(50); trace(2); lw_staged(); }
            void cpu3(void) { for (;;) halt(); }
            """);
    assertThat(ran.lines()).containsExactly("cpu1 1", "cpu2 2", "cpu0 0");
    assertThat(ran.steps(0)).as("it waits without turning").isLessThan(20);
  }

  @Test
  void nobodyWaitsForOneself() {
    assertThat(
            CpuBench.run(
                    "void cpu0(void) { while (!lw_all_staged()) cpu_relax(); trace(1); lw_staged();"
                        + " }")
                .traced())
        .containsExactly(1L);
  }
}
