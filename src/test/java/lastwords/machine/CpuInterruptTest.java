package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.bus.CpuContext;
import org.junit.jupiter.api.Test;

/** Interrupts and NMIs: when they are taken, how they nest, what they leave. */
class CpuInterruptTest {
  @Test
  void anInterruptWaitsUntilInterruptsAreOnAndItsReturnRestoresTheFlag() {
    assertThat(
            CpuBench.run(
                    """
                    int taken;
                    __interrupt(0x40) void handler(void)
                    {
                      trace(100 + irqs_disabled()); taken = 1;
                    }
                    void cpu0(void)
                    {
                      local_irq_disable();
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      trace(taken);
                      local_irq_enable();
                      trace(taken);
                      trace(irqs_disabled());
                    }
                    """)
                .traced())
        .containsExactly(0L, 101L, 1L, 0L);
  }

  @Test
  void anInterruptComesAfterItsLatency() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            __interrupt(0x40) void handler(void) { trace(2); }
            void cpu0(void) { trace(1); hw_send_ipi(1, 0x40); udelay(10); }
            """);
    assertThat(ran.traced()).containsExactly(1L, 2L);
    assertThat(ran.span()).isBetween(1_000L, 1_500L);
  }

  @Test
  void whatIsSentTwiceWhileInterruptsAreOffIsTakenOnceAndTheHighestVectorFirst() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(0x40) void low(void) { trace(0x40); }
                    __interrupt(0x80) void high(void) { trace(0x80); }
                    void cpu0(void)
                    {
                      unsigned long flags = arch_local_irq_save();

                      hw_send_ipi(1, 0x40);
                      hw_send_ipi(1, 0x80);
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      arch_local_irq_restore(flags);
                      trace(1);
                    }
                    """)
                .traced())
        .containsExactly(0x80L, 0x40L, 1L);
  }

  @Test
  void anIrqSaveInsideAnotherKeepsInterruptsOff() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(0x40) void handler(void) { trace(2); }
                    void cpu0(void)
                    {
                      unsigned long outer = arch_local_irq_save();
                      unsigned long inner = arch_local_irq_save();

                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      arch_local_irq_restore(inner);
                      trace(1);
                      arch_local_irq_restore(outer);
                      trace(3);
                    }
                    """)
                .traced())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aHandlerIsInterruptedOnlyIfItSwitchesInterruptsOn() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(0x41) void inner(void) { trace(3); }
                    __interrupt(0x40) void outer(void)
                    {
                      trace(1);
                      hw_send_ipi(1, 0x41);
                      udelay(10);
                      trace(2);
                      local_irq_enable();
                      trace(4);
                    }
                    void cpu0(void) { hw_send_ipi(1, 0x40); udelay(10); trace(5); }
                    """)
                .traced())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void anNmiComesWithInterruptsOffAndInAHandler() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(2) void nmi(void) { trace(2); }
                    __interrupt(0x40) void handler(void)
                    {
                      trace(3); hw_send_ipi(1, 2); udelay(10); trace(4);
                    }
                    void cpu0(void)
                    {
                      local_irq_disable();
                      trace(1);
                      hw_send_ipi(1, 2);
                      udelay(10);
                      local_irq_enable();
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      trace(5);
                    }
                    """)
                .traced())
        .containsExactly(1L, 2L, 3L, 2L, 4L, 5L);
  }

  @Test
  void anNmiIsNotInterruptedByAnotherAndOneIsLatched() {
    assertThat(
            CpuBench.run(
                    """
                    int count, depth;
                    __interrupt(2) void nmi(void)
                    {
                      depth++;
                      trace(10 * ++count + depth);
                      if (count == 1) {
                        hw_send_ipi(1, 2);
                        udelay(10);
                        hw_send_ipi(1, 2);
                        udelay(10);
                      }
                      depth--;
                    }
                    void cpu0(void) { hw_send_ipi(1, 2); udelay(100); trace(99); }
                    """)
                .traced())
        .containsExactly(11L, 21L, 99L);
  }

  @Test
  void interruptsAreOffInAnNmiAndWaitForItsEnd() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(0x40) void handler(void) { trace(2); }
                    __interrupt(2) void nmi(void)
                    {
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      trace(1);
                    }
                    void cpu0(void) { hw_send_ipi(1, 2); udelay(100); trace(3); }
                    """)
                .traced())
        .containsExactly(1L, 2L, 3L);
  }

  @Test
  void aMachineWithoutNmiTakesNone() {
    assertThat(
            CpuBench.STANDARD
                .withoutNmi()
                .go(
                    """
                    __interrupt(2) void nmi(void) { trace(2); }
                    void cpu0(void)
                    {
                      trace(hw_has_nmi()); hw_send_ipi(1, 2); udelay(100); trace(3);
                    }
                    """)
                .traced())
        .containsExactly(0L, 3L);
  }

  @Test
  void aVectorThatNobodyServesIsLost() {
    assertThat(
            CpuBench.run(
                    "void cpu0(void) { hw_send_ipi(1, 0x40); hw_send_ipi(1, 1000); udelay(10);"
                        + " trace(1); }")
                .traced())
        .containsExactly(1L);
  }

  @Test
  void anInterruptGoesToEveryCpuOfTheMask() {
    assertThat(
            CpuBench.run(
                    """
                    __interrupt(0x40) void handler(void)
                    {
                      udelay(smp_processor_id()); trace(smp_processor_id());
                    }
                    void cpu0(void) { hw_send_ipi(0xe, 0x40); }
                    void cpu1(void) { }
                    void cpu2(void) { }
                    void cpu3(void) { }
                    """)
                .lines())
        .containsExactly("cpu1 1", "cpu2 2", "cpu3 3");
  }

  @Test
  void localsSurviveAnInterruptAndItsHandlerStartsWithFreshOnes() {
    assertThat(
            CpuBench.run(
                    """
                    int sum(int n) { int i, s = 0; for (i = 0; i <= n; i++) s += i; return s; }
                    __interrupt(0x40) void handler(void)
                    {
                      int a[4]; trace(a[0] + a[3]); a[3] = 7; sum(10);
                    }
                    void cpu0(void)
                    {
                      int x = 1, y = 2, z = 3;

                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      hw_send_ipi(1, 0x40);
                      udelay(10);
                      trace(100 * x + 10 * y + z);
                    }
                    """)
                .traced())
        .containsExactly(0L, 0L, 123L);
  }

  @Test
  void aStepTellsItsContextAndWhetherInterruptsAreOff() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            __interrupt(2) void nmi(void) { trace(3); }
            __interrupt(0x40) void handler(void) { trace(2); hw_send_ipi(1, 2); udelay(5); trace(4); }
            void cpu0(void)
            {
              trace(0);
              hw_send_ipi(1, 2);
              udelay(5);
              local_irq_disable();
              trace(1);
              local_irq_enable();
              hw_send_ipi(1, 0x40);
              udelay(50);
              trace(5);
            }
            """);
    assertThat(ran.traced()).containsExactly(0L, 3L, 1L, 2L, 3L, 4L, 5L);
    assertThat(ran.contexts())
        .containsExactly(
            CpuContext.TASK,
            CpuContext.NMI | CpuContext.IRQS_OFF,
            CpuContext.TASK | CpuContext.IRQS_OFF,
            CpuContext.HARDIRQ | CpuContext.IRQS_OFF,
            CpuContext.NMI | CpuContext.IRQS_OFF | CpuContext.NMI_IN_HARDIRQ,
            CpuContext.HARDIRQ | CpuContext.IRQS_OFF,
            CpuContext.TASK);
  }
}
