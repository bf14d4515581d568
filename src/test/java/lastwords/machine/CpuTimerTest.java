package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each CPU's one-shot timer, and its breakpoint. */
class CpuTimerTest {
  private static final String TICK = "__interrupt(0x20) void tick(void) { trace(100); }\n";

  @Test
  void aTimerFiresOnceAtItsTime() {
    CpuBench.Ran ran =
        CpuBench.run(
            TICK + "void cpu0(void) { hw_timer(0x20, 50000); trace(1); mdelay(1); trace(2); }");
    assertThat(ran.traced()).containsExactly(1L, 100L, 2L);
    assertThat(ran.time(1) - ran.time(0)).isBetween(50_000L, 50_300L);
  }

  @Test
  void aTimerWaitsForInterruptsToBeOn() {
    assertThat(
            CpuBench.run(
                    TICK
                        + """
                        void cpu0(void)
                        {
                          local_irq_disable();
                          hw_timer(0x20, 1000);
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
  void aNewTimerReplacesTheOneThatRunsAndZeroStopsIt() {
    assertThat(
            CpuBench.run(
                    TICK
                        + """
                        void cpu0(void)
                        {
                          hw_timer(0x20, 10000);
                          hw_timer(0x20, 40000);
                          udelay(20);
                          trace(1);
                          udelay(30);
                          trace(2);
                          hw_timer(0x20, 10000);
                          hw_timer(0x20, 0);
                          udelay(50);
                          trace(3);
                        }
                        """)
                .traced())
        .containsExactly(1L, 100L, 2L, 3L);
  }

  @Test
  void aTimerBelongsToItsCpuAndWakesItFromHalt() {
    assertThat(
            CpuBench.run(
                    TICK
                        + """
                        void cpu0(void) { hw_timer(0x20, 20000); halt(); trace(0); }
                        void cpu1(void) { hw_timer(0x20, 10000); halt(); trace(1); }
                        """)
                .lines())
        .containsExactly("cpu1 100", "cpu1 1", "cpu0 100", "cpu0 0");
  }

  @Test
  void aTimerBeyondAllTimeNeverFires() {
    assertThat(
            CpuBench.run(
                    TICK
                        + "void cpu0(void) { hw_timer(0x20, 0x7fffffffffffffffUL); mdelay(100);"
                        + " trace(1); }")
                .traced())
        .containsExactly(1L);
  }

  @Test
  void aBreakpointCallsItsHandlerOnceBeforeTheFunctionRuns() {
    assertThat(
            CpuBench.run(
                    """
                    void function(int n) { trace(n); }
                    void other(void) { trace(100 + irqs_disabled()); }
                    void (*pointer)(int) = function;
                    void cpu0(void)
                    {
                      hw_breakpoint((void *)function, (void *)other);
                      trace(1);
                      function(2);
                      function(3);
                      local_irq_disable();
                      hw_breakpoint((void *)function, (void *)other);
                      pointer(4);
                      pointer(5);
                    }
                    """)
                .traced())
        .containsExactly(1L, 100L, 2L, 3L, 101L, 4L, 5L);
  }

  @Test
  void aBreakpointIsThatCpusOwn() {
    assertThat(
            CpuBench.run(
                    """
                    void function(void) { trace(1); }
                    void handler(void) { trace(100); }
                    void cpu0(void)
                    {
                      hw_breakpoint((void *)function, (void *)handler); udelay(50); function();
                    }
                    void cpu1(void) { udelay(10); function(); }
                    """)
                .lines())
        .containsExactly("cpu1 1", "cpu0 100", "cpu0 1");
  }
}
