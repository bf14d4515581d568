package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.cpu.core.CpuMode;
import org.junit.jupiter.api.Test;

/** CPUs that sleep, are cut off, are stalled or are lost. */
class CpuStopTest {
  private static final String SLEEPER =
      """
      __interrupt(2) void nmi(void) { trace(200); }
      __interrupt(0x40) void handler(void) { trace(100); }
      void cpu0(void) { %s trace(0); halt(); trace(1); halt(); trace(2); }
      void cpu1(void)
      {
        udelay(10); hw_send_ipi(1, 0x40); udelay(10); hw_send_ipi(1, 2); udelay(10);
      }
      """;

  @Test
  void haltEndsWithAnInterrupt() {
    CpuBench.Ran ran = CpuBench.run(String.format(SLEEPER, ""));
    assertThat(ran.traced()).containsExactly(0L, 100L, 1L, 200L, 2L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.DONE);
  }

  @Test
  void haltWithInterruptsOffEndsWithAnNmiOnly() {
    CpuBench.Ran ran = CpuBench.run(String.format(SLEEPER, "local_irq_disable();"));
    assertThat(ran.traced()).containsExactly(0L, 200L, 1L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.HALTED);
    assertThat(ran.cpu(0).interrupts().has(0x40)).isTrue();
  }

  @Test
  void aDisabledLocalApicAcceptsNmisOnly() {
    CpuBench.Ran ran = CpuBench.run(String.format(SLEEPER, "lapic_disable();"));
    assertThat(ran.traced()).containsExactly(0L, 200L, 1L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.HALTED);
    assertThat(ran.cpu(0).interrupts().any()).isEqualTo(-1);
  }

  @Test
  void whatIsPendingWhenTheLocalApicIsDisabledIsTakenOnceWithInterruptsOn() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(0x40) void handler(void) { trace(100); }
                    void cpu0(void)
                    {
                      local_irq_disable();
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      lapic_disable();
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      trace(1);
                      local_irq_enable();
                      trace(2);
                    }
                    """)
                .traced())
        .containsExactly(1L, 100L, 2L);
  }

  @Test
  void aCpuWhoseWorkIsDoneStillTakesInterrupts() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            __interrupt(0x40) void handler(void) { trace(100); }
            void cpu0(void) { local_irq_disable(); }
            void cpu1(void) { udelay(10); hw_send_ipi(1, 0x40); }
            """);
    assertThat(ran.traced()).containsExactly(100L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.DONE);
  }

  private static final String TICKS =
      """
      __interrupt(2) void nmi(void) { trace(200); }
      void cpu0(void) { int i; for (i = 0; i < 4; i++) { trace(i); udelay(10); } }
      void cpu1(void) { udelay(20); hw_send_ipi(1, 2); }
      """;

  @Test
  void aStalledCpuGoesOnAfterwardsAndThenTakesWhatCameMeanwhile() {
    CpuBench.Ran ran = CpuBench.STANDARD.with(CpuBench.stall(0, 15_000, 100_000)).go(TICKS);
    assertThat(ran.traced()).containsExactly(0L, 1L, 200L, 2L, 3L);
    assertThat(ran.time(1)).isBetween(10_000L, 11_500L);
    assertThat(ran.time(2)).isBetween(115_000L, 116_000L);
    assertThat(ran.time(3)).as("its delay is long over").isBetween(115_000L, 117_000L);
  }

  @Test
  void aCpuStalledForEverAnswersNothing() {
    CpuBench.Ran ran = CpuBench.STANDARD.with(CpuBench.stall(0, 15_000, -1)).go(TICKS);
    assertThat(ran.traced()).containsExactly(0L, 1L);
    assertThat(ran.cpu(0).stalled()).isTrue();
    assertThat(ran.cpu(0).interrupts().has(2)).isTrue();
  }

  @Test
  void aStalledHolderBlocksTheLineUntilItGoesOn() {
    CpuBench.Ran ran =
        CpuBench.STANDARD
            .with(CpuBench.stall(0, 5_000, 100_000))
            .go(
                """
                DEFINE_RAW_SPINLOCK(lock);
                void take(void)
                {
                  raw_spin_lock(&lock); trace(1); udelay(10); raw_spin_unlock(&lock);
                }
                void cpu0(void) { take(); }
                void cpu1(void) { udelay(2); take(); }
                """);
    assertThat(ran.lines()).containsExactly("cpu0 1", "cpu1 1");
    assertThat(ran.time(1)).isBetween(105_000L, 106_500L);
  }

  @Test
  void aSerialTransferOfAStalledCpuStopsAndGoesOn() {
    CpuBench.Ran ran =
        CpuBench.STANDARD
            .with(CpuBench.stall(0, 4_500, 100_000))
            .go(
                """
                void cpu0(void) { trace(hw_uart_tx(0, "abcdefgh\\n", 0)); }
                void cpu1(void) { udelay(50); trace(hw_uart_tx(0, "XY", 0)); }
                """);
    assertThat(ran.lines()).containsExactly("cpu1 2", "cpu0 9");
    assertThat(ran.console()).containsExactly("abcXYdefgh");
  }

  @Test
  void aCorruptIdtIsTheEndAtTheNextInterrupt() {
    CpuBench.Ran ran =
        CpuBench.STANDARD
            .with(CpuBench.corruptIdt(0))
            .go(
                """
                __interrupt(0x40) void handler(void) { trace(100); }
                void cpu0(void) { trace(0); udelay(10); trace(1); udelay(100); trace(2); }
                void cpu1(void) { udelay(20); hw_send_ipi(1, 0x40); }
                """);
    assertThat(ran.traced()).containsExactly(0L, 1L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.LOST);
  }

  @Test
  void aCorruptIdtIsTheEndAtTheNextNmiOrTrapToo() {
    CpuBench bench = CpuBench.STANDARD.with(CpuBench.corruptIdt(0));
    assertThat(bench.go(TICKS).mode(0)).isEqualTo(CpuMode.LOST);
    String division =
        """
        int zero;
        __interrupt(0) void divide_error(void) { trace(100); }
        void cpu0(void) { udelay(1); trace(1); trace(1 / zero); }
        """;
    CpuBench.Ran ran = bench.go(division);
    assertThat(ran.traced()).containsExactly(1L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.LOST);
  }
}
