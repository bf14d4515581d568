package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.cpu.core.CpuMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens to a CPU that cannot execute an instruction. */
class CpuTrapTest {
  private static final String HANDLERS =
      """
      __interrupt(0) void divide_error(void) { trace(1000 + irqs_disabled()); }
      __interrupt(8) void stack_overflow(void) { trace(1080 + irqs_disabled()); }
      __interrupt(14) void page_fault(void) { trace(1140 + irqs_disabled()); }
      """;

  private static final String PRELUDE =
      """
      struct thing { int a; int b; int (*call)(int); };
      int zero, index, table[4];
      long wild = 0x1234;
      struct thing *nothing, thing;
      char buf[16];
      int deeper(int n) { return n < 0 ? 0 : deeper(n + 1) + 1; }
      """;

  private static CpuBench.Ran trap(String statement, String handlers) {
    return CpuBench.run(
        PRELUDE + handlers + "void cpu0(void) { trace(1); " + statement + " trace(2); }\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "trace(1 / zero); | 1001",
        "trace(1 % zero); | 1001",
        "trace(1UL / (unsigned long)zero); | 1001",
        "trace(nothing->b); | 1141",
        "nothing->b = 1; | 1141",
        "trace(*(int *)wild); | 1141",
        "*(int *)wild = 1; | 1141",
        "trace(*(char *)wild); | 1141",
        "thing.call(1); | 1141",
        "((int (*)(int))wild)(1); | 1141",
        "index = 5; trace(table[index]); | 1141",
        "index = -1; table[index] = 1; | 1141",
        "xchg((int *)wild, 1); | 1141",
        "raw_spin_lock((raw_spinlock_t *)wild); | 1141",
        "snprintf((char *)wild, 4, \"x\"); | 1141",
        "per_cpu_read_of(7); | 1141",
        "hw_uart_tx(0, (char *)wild, 0); | 1141",
        "hw_breakpoint((void *)wild, (void *)deeper); | 1141",
        "deeper(0); | 1081",
      })
  void aTrapHasItsHandlerAndWithoutOneTheCpuIsLost(String statement, long traced) {
    String perCpu =
        "DEFINE_PER_CPU(int, counter); int per_cpu_read_of(int cpu) { return per_cpu(counter, cpu);"
            + " }\n";
    CpuBench.Ran handled = trap(statement, perCpu + HANDLERS);
    assertThat(handled.traced()).containsExactly(1L, traced);
    assertThat(handled.mode(0)).as("its task is over").isEqualTo(CpuMode.DONE);
    assertThat(handled.cpu(0).irqsOn()).isTrue();
    CpuBench.Ran lost = trap(statement, perCpu);
    assertThat(lost.traced()).containsExactly(1L);
    assertThat(lost.mode(0)).isEqualTo(CpuMode.LOST);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "index = 3; trace(table[index]); | 0",
        "trace(strlen(buf)); | 0",
        "snprintf(buf, 16, \"%d\", 5); trace(buf[0]); | 53",
        "trace(-2147483647 - 1 + zero == (-2147483647 - 1) / (zero - 1)); | 1",
      })
  void whatLooksSimilarIsNoTrap(String statement, long traced) {
    assertThat(trap(statement, HANDLERS).traced()).containsExactly(1L, traced, 2L);
  }

  @Test
  void aTrapHandlerSeesTheStackThatLedThere() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int zero;
            __interrupt(0) void divide_error(void)
            {
              char text[100];
              int n;

              for (n = 0; stack_trace_entry(n); n++) {
                snprintf(text, sizeof(text), "%ps\\n", stack_trace_entry(n));
                hw_uart_tx(0, text, 0);
              }
            }
            int divide(int by) { return 1 / by; }
            void cpu0(void) { divide(zero); }
            """);
    assertThat(ran.console()).containsExactly("divide_error", "divide", "cpu0");
  }

  @Test
  void eachFrameTellsHowItWasEnteredAndWhetherInterruptsWereOnThere() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int zero;
            void show(void)
            {
              int n;

              trace(stack_trace_depth());
              for (n = 0; n <= stack_trace_depth(); n++)
                trace(10 * stack_trace_entered(n) + stack_trace_irqs(n));
            }
            __interrupt(0) void divide_error(void) { show(); }
            __interrupt(2) void nmi(void) { trace(1 / zero); }
            __interrupt(64) void device(void) { local_irq_enable(); udelay(100); }
            void cpu0(void) { local_irq_enable(); udelay(200); }
            void cpu1(void) { udelay(10); hw_send_ipi(1, 64); udelay(10); hw_send_ipi(1, 2); }
            """);
    assertThat(ran.traced())
        .as("show, divide_error in nmi with interrupts off, nmi in device, device in cpu0")
        .startsWith(5L, 0L, 30L, 21L, 11L, 50L, -10L);
  }

  @Test
  void aTrapInAHandlerOfAnInterruptEndsTheTaskToo() {
    CpuBench.Ran ran =
        CpuBench.run(
            HANDLERS
                + """
                int zero;
                __interrupt(2) void nmi(void) { trace(2); trace(1 / zero); }
                void cpu0(void) { trace(1); udelay(100); trace(9); }
                void cpu1(void) { udelay(10); hw_send_ipi(1, 2); udelay(100); hw_send_ipi(1, 2); }
                """);
    assertThat(ran.traced()).containsExactly(1L, 2L, 1001L, 2L, 1001L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.DONE);
  }

  @Test
  void aStackOverflowLeavesItsHandlerRoomForAFewCalls() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int deeper(int n) { return n < 0 ? 0 : deeper(n + 1) + 1; }
            int three(int n) { return n + 1; }
            int two(int n) { return three(n) + 1; }
            __interrupt(8) void stack_overflow(void) { trace(two(5)); }
            void cpu0(void) { deeper(0); }
            """);
    assertThat(ran.traced()).containsExactly(7L);
  }

  @Test
  void anOverflowInTheHandlerOfAnOverflowIsTheEnd() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int deeper(int n) { return n < 0 ? 0 : deeper(n + 1) + 1; }
            __interrupt(8) void stack_overflow(void) { trace(1); deeper(0); }
            void cpu0(void) { deeper(0); }
            void cpu1(void) { udelay(100); trace(2); }
            """);
    assertThat(ran.traced()).endsWith(2L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.LOST);
  }

  @Test
  void aFrameThatDoesNotFitIntoTheStackIsAnOverflow() {
    String large =
        HANDLERS
            + """
            int fill(void) { int a[600], i; for (i = 0; i < 600; i++) a[i] = i; return a[599]; }
            int half(void) { int a[400]; a[399] = fill(); return a[399]; }
            void cpu0(void) { trace(fill()); trace(half()); }
            void cpu1(void) { udelay(100); trace(2); }
            """;
    assertThat(CpuBench.run(large).lines()).containsExactly("cpu0 599", "cpu0 1081", "cpu1 2");
  }

  @Test
  void theHandlerOfAnOverflowDoesNotWriteBeyondTheStack() {
    CpuBench.Ran ran =
        CpuBench.run(
            """
            int fill(void) { int a[500], i; for (i = 0; i < 500; i++) a[i] = -1; return a[499]; }
            int deeper(int n) { return n < 0 ? 0 : deeper(n + 1) + 1; }
            __interrupt(8) void stack_overflow(void) { trace(fill()); }
            void cpu0(void) { deeper(0); }
            void cpu1(void) { int x = 5; udelay(100); trace(x); }
            """);
    assertThat(ran.lines()).containsExactly("cpu1 5");
    assertThat(ran.mode(0)).isEqualTo(CpuMode.LOST);
  }

  @Test
  void aReturnToWhereNothingIsIsATrap() {
    String wild =
        HANDLERS
            + """
            void overwrite(long word) { *(long *)(0x5400000000000000L + word) = 0x7fffffff; }
            void cpu0(void) { trace(1); overwrite(0); }
            """;
    CpuBench.Ran ran = CpuBench.run(wild);
    assertThat(ran.traced()).containsExactly(1L, 1141L);
    assertThat(ran.result().explanation()).isNotEmpty();
  }

  @Test
  void aHandlerThatCannotReturnIsTheEnd() {
    String wild =
        """
        __interrupt(2) void nmi(void)
        {
          long i;

          for (i = 0; i < 20; i++)
            *(long *)(0x5400000000000000L + (i << 24)) = 0x7fffffff;
        }
        void cpu0(void) { trace(1); hw_send_ipi(1, 2); udelay(100); trace(2); }
        """;
    CpuBench.Ran ran = CpuBench.run(wild);
    assertThat(ran.traced()).containsExactly(1L);
    assertThat(ran.mode(0)).isEqualTo(CpuMode.LOST);
  }
}
