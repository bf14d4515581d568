package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.cpu.core.CpuMode;
import org.junit.jupiter.api.Test;

/**
 * An interrupt arrives while a CPU waits: the waiting instruction starts again and nothing is lost.
 */
class CpuWaitTest {
  /**
   * CPU 1 holds the lock for 50 us; CPU 0 queues first, then CPU 2; CPU 3 sends CPU 0 a long NMI.
   */
  private static final String LINE =
      """
      DEFINE_RAW_SPINLOCK(lock);
      __interrupt(2) void nmi(void) { trace(100); udelay(60); trace(101); }
      void take(int after, int hold)
      {
        udelay(after);
        raw_spin_lock(&lock);
        trace(smp_processor_id());
        udelay(hold);
        raw_spin_unlock(&lock);
      }
      void cpu0(void) { take(10, 1); }
      void cpu1(void) { take(0, 50); }
      void cpu2(void) { take(20, 1); }
      void cpu3(void) { udelay(30); hw_send_ipi(1, 2); }
      """;

  @Test
  void whoTakesAnNmiInLineKeepsItsPlace() {
    assertThat(CpuBench.run(LINE).lines())
        .containsExactly("cpu1 1", "cpu0 100", "cpu0 101", "cpu0 0", "cpu2 2");
  }

  @Test
  void withoutALineTheLockGoesToWhoIsThere() {
    assertThat(CpuBench.STANDARD.withTestAndSetLocks().go(LINE).lines())
        .containsExactly("cpu1 1", "cpu0 100", "cpu2 2", "cpu0 101", "cpu0 0");
  }

  @Test
  void anNmiThatTakesTheLockItsCpuHoldsWaitsForEver() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            DEFINE_RAW_SPINLOCK(lock);
            __interrupt(2) void nmi(void) { trace(2); raw_spin_lock(&lock); trace(3); }
            void cpu0(void) { raw_spin_lock(&lock); trace(1); hw_send_ipi(1, 2); udelay(10); }
            """);
    assertThat(ran.traced()).containsExactly(1L, 2L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.LOCK);
  }

  @Test
  void anInterruptOfALockWaitDoesNotTakePlaceWithInterruptsOff() {
    String source =
        """
        DEFINE_RAW_SPINLOCK(lock);
        __interrupt(0x40) void handler(void) { trace(100); }
        void cpu0(void)
        {
          %s
          udelay(10);
          raw_spin_lock(&lock);
          trace(0);
          raw_spin_unlock(&lock);
          local_irq_enable();
        }
        void cpu1(void)
        {
          raw_spin_lock(&lock);
          udelay(20);
          hw_send_ipi(1, 0x40);
          udelay(20);
          raw_spin_unlock(&lock);
        }
        """;
    assertThat(CpuBench.run(String.format(source, "")).traced()).containsExactly(100L, 0L);
    assertThat(CpuBench.run(String.format(source, "local_irq_disable();")).traced())
        .containsExactly(0L, 100L);
  }

  @Test
  void aPollGoesOnAfterAnNmiAndSeesWhatItChanged() {
    assertThat(
            CpuBench.run(
                    """
                    int x;
                    __interrupt(2) void nmi(void) { trace(++x); }
                    void cpu0(void)
                    {
                      int t = 1000;

                      while (READ_ONCE(x) < 2 && t--)
                        udelay(1);
                      trace(t > 900);
                    }
                    void cpu1(void)
                    {
                      udelay(10); hw_send_ipi(1, 2); udelay(10); hw_send_ipi(1, 2);
                    }
                    """)
                .lines())
        .containsExactly("cpu0 1", "cpu0 2", "cpu0 1");
  }

  @Test
  void aPollThatIsInterruptedEndsAtItsTime() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int x;
            __interrupt(2) void nmi(void) { udelay(5); }
            void cpu0(void)
            {
              int t = 100;

              trace(t);
              while (!READ_ONCE(x) && t--)
                udelay(1);
              trace(t);
            }
            void cpu1(void) { udelay(50); hw_send_ipi(1, 2); }
            """);
    assertThat(ran.traced()).containsExactly(100L, -1L);
    assertThat(ran.span()).isBetween(99_000L, 107_000L);
  }

  @Test
  void aDelayIsOverAtItsTimeWhateverComesBetween() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            __interrupt(2) void nmi(void) { udelay(30); trace(2); }
            void cpu0(void) { trace(1); udelay(100); trace(3); udelay(10); trace(4); }
            void cpu1(void) { udelay(50); hw_send_ipi(1, 2); udelay(42); hw_send_ipi(1, 2); }
            """);
    assertThat(ran.traced()).containsExactly(1L, 2L, 2L, 3L, 4L);
    assertThat(ran.time(3) - ran.time(0))
        .as("the second handler lasts longer than the delay")
        .isBetween(122_000L, 126_000L);
    assertThat(ran.time(4) - ran.time(3)).isBetween(10_000L, 10_200L);
  }

  @Test
  void aSerialTransferGoesOnWhereItWasInterrupted() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            __interrupt(2) void nmi(void) { trace(hw_uart_tx(0, "XY", 0)); }
            void cpu0(void) { trace(hw_uart_tx(0, "abcdefgh\\n", 0)); }
            void cpu1(void) { udelay(2); hw_send_ipi(1, 2); }
            """);
    assertThat(ran.traced()).containsExactly(2L, 9L);
    assertThat(ran.console()).containsExactly("abcXYdefgh");
    assertThat(ran.time(1)).as("twelve characters' time").isBetween(12_000L, 14_500L);
  }

  @Test
  void aTransferWithALimitReportsOnlyWhatWentOutInTime() {
    assertThat(
            CpuBench.run(
                    """
                    void cpu0(void)
                    {
                      trace(hw_uart_tx(0, "abc", 1));
                      trace(hw_uart_tx(7, "abc", 1));
                      trace(hw_uart_type(0));
                      trace(hw_uart_type(1));
                    }
                    """)
                .traced())
        .containsExactly(3L, 0L, 1L, 0L);
  }

  @Test
  void aSpinningLoopIsLeftForAnInterruptAndGoesOn() {
    assertThat(
            CpuBench.run(
                    """
                    int x;
                    __interrupt(0x40) void handler(void) { trace(1); }
                    void cpu0(void) { while (!READ_ONCE(x)) cpu_relax(); trace(2); }
                    void cpu1(void) { udelay(20); hw_send_ipi(1, 0x40); udelay(20); x = 1; }
                    """)
                .traced())
        .containsExactly(1L, 2L);
  }

  @Test
  void anEndlessLoopTakesInterruptsAndNeverEnds() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            __interrupt(0x40) void handler(void) { trace(1); }
            void cpu0(void) { for (;;) ; }
            void cpu1(void) { udelay(20); hw_send_ipi(1, 0x40); udelay(20); hw_send_ipi(1, 0x40); }
            """);
    assertThat(ran.traced()).containsExactly(1L, 1L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.FOREVER);
    assertThat(ran.steps(0)).as("it costs nothing").isLessThan(20);
  }

  @Test
  void aWaitOfNoLengthAtTimeZeroIsOver() {
    assertThat(
            CpuBench.run(
                    """
                    static void early(void) { udelay(0); }
                    early_initcall(early);
                    void cpu0(void) { udelay(0); trace(1); }
                    """)
                .traced())
        .containsExactly(1L);
  }

  @Test
  void everyDelayTakesLongerThanAskedByItsOverhead() {
    CpuBench.Ran ran =
        CpuBench.STANDARD
            .withDelayOverhead(70)
            .go(
                """
                int stopped;
                void cpu0(void)
                {
                  int timeout = 1000000;
                  trace(0);
                  while (!stopped && timeout--) udelay(1);
                  trace(1);
                  udelay(10);
                  trace(2);
                }
                void cpu1(void) { if (stopped) stopped = 0; }
                """);
    assertThat(ran.traced()).containsExactly(0L, 1L, 2L);
    assertThat(ran.time(1) - ran.time(0)).isBetween(1_070_000_000L, 1_070_001_000L);
    assertThat(ran.time(2) - ran.time(1)).isBetween(10_070L, 10_170L);
  }
}
