package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.layout.CpuWords;
import org.junit.jupiter.api.Test;

/** Several stacks of a CPU, and sleeping without a race. */
class CpuStackTest {
  private static final String TWO =
      """
      static int stacks, other;
      void there(void)
      {
        int turns = 0;
        for (;;) {
          trace(100 + turns++);
          hw_switch_stack(0, true);
        }
      }
      """;

  @Test
  void aStackGoesOnWhereItWasLeft() {
    assertThat(
            CpuBench.run(
                    TWO
                        + """
                        void cpu0(void)
                        {
                          int mine = 7;
                          trace(hw_stacks());
                          other = hw_new_stack((void *)there);
                          hw_switch_stack(other, true);
                          trace(mine++);
                          hw_switch_stack(other, true);
                          trace(mine);
                        }
                        """)
                .traced())
        .containsExactly((long) CpuWords.STACKS, 100L, 7L, 101L, 8L);
  }

  @Test
  void aStackThatIsNotKeptIsFree() {
    assertThat(
            CpuBench.run(
                    """
                    static int made;
                    void once(void) { made++; hw_switch_stack(0, false); }
                    void cpu0(void)
                    {
                      int i, stack = 0;
                      for (i = 0; i < 20 && stack >= 0; i++) {
                        stack = hw_new_stack((void *)once);
                        hw_switch_stack(stack, true);
                      }
                      trace(made);
                      while ((stack = hw_new_stack((void *)once)) > 0)
                        trace(stack);
                      trace(hw_stacks());
                    }
                    """)
                .traced())
        .containsExactly(20L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void whatIsNoStackIsATrap() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(14) void fault(void) { trace(14); }
                    void cpu0(void) { trace(hw_stacks() > 1); hw_switch_stack(3, true); trace(2); }
                    """)
                .traced())
        .containsExactly(1L, 14L);
  }

  @Test
  void aKernelThatDoesNotAskHasOneStack() {
    CpuBench.Ran ran = CpuBench.run("void cpu0(void) { trace(1); }");
    assertThat(ran.traced()).containsExactly(1L);
    assertThat(ran.cpu(0).severalStacks()).isFalse();
  }

  @Test
  void anInterruptLeavesAStackAndTheOneItCameIntoGoesOnLater() {
    assertThat(
            CpuBench.run(
                    """
                    static int other;
                    void there(void)
                    {
                      trace(irqs_disabled());
                      local_irq_enable();
                      trace(2);
                      local_irq_disable();
                      hw_switch_stack(0, true);
                    }
                    __interrupt(0x20) void tick(void)
                    {
                      trace(hw_was_idle());
                      hw_switch_stack(other, true);
                      trace(3);
                    }
                    void cpu0(void)
                    {
                      trace(hw_stacks() > 1);
                      other = hw_new_stack((void *)there);
                      hw_timer(0x20, 10000);
                      halt();
                      trace(irqs_disabled());
                    }
                    """)
                .traced())
        .containsExactly(1L, 1L, 1L, 2L, 3L, 0L);
  }

  @Test
  void noInterruptComesBetweenSwitchingThemOnAndSleeping() {
    assertThat(
            CpuBench.run(
                    """
                    static int woken;
                    __interrupt(0x20) void tick(void) { woken = 1; }
                    void cpu0(void)
                    {
                      local_irq_disable();
                      hw_timer(0x20, 1000);
                      udelay(10);
                      while (!woken) {
                        safe_halt();
                        local_irq_disable();
                      }
                      trace(woken);
                    }
                    """)
                .traced())
        .containsExactly(1L);
  }

  @Test
  void aCpuWithOtherStacksIsToldThatItsTaskIsOver() {
    assertThat(
            CpuBench.run(
                    """
                    static int other;
                    void there(void) { trace(2); for (;;) halt(); }
                    __interrupt(255) void over(void) { trace(hw_was_idle()); hw_switch_stack(other, true); }
                    void cpu0(void)
                    {
                      trace(hw_stacks() > 1);
                      other = hw_new_stack((void *)there);
                    }
                    """)
                .traced())
        .containsExactly(1L, 1L, 2L);
  }
}
