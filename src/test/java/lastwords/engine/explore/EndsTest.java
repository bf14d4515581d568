package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.engine.BootedSetup;
import lastwords.engine.RunResult;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.UniformScheduler;
import lastwords.machine.bus.StepSink;
import org.junit.jupiter.api.Test;

/** How machines end, in a seeded run and in every interleaving. */
final class EndsTest {
  private static final String PANIC =
      """
      int x;
      void last(void) { lw_final_loop(); local_irq_enable(); for (;;) mdelay(1); }
      """;

  private static RunResult run(String source) {
    return new BootedSetup(Bench.setup(source)).run(1, StepSink.NONE);
  }

  private static void ends(String source, String summary) {
    assertThat(run(source).outcome().summary()).isEqualTo(summary);
    assertThat(Bench.outcomes(Bench.explore(source))).containsExactly(summary);
  }

  @Test
  void whoOnlySleepsWithInterruptsOffRunsNothing() {
    String sleeps = "(void) { local_irq_disable(); for (;;) halt(); }\n";
    ends("void cpu0" + sleeps + "void cpu1" + sleeps, "dead, console n/a, pstore n/a, kdump n/a");
    ends("void cpu0" + sleeps + "void cpu1(void) { }", "alive, console n/a, pstore n/a, kdump n/a");
  }

  @Test
  void aPanicWhoseTaskIsOverLeavesADeadMachine() {
    String stopped = "void cpu1(void) { local_irq_disable(); for (;;) halt(); }";
    String panics = "void cpu0(void) { lw_panic_begins(); local_irq_enable(); }\n";
    ends(panics + stopped, "dead, console none, pstore n/a, kdump n/a");
    ends(
        panics + "void cpu1(void) { }",
        "alive, console none, pstore n/a, kdump n/a, not stopped [1]");
  }

  @Test
  void aPanicCpuThatLeavesTheFinalLoopGoesOnScheduling() {
    String leaves = "void last(void) { lw_final_loop(); }\nint x;\n";
    String others = "void next(void) { for (;;) mdelay(1); }\n";
    String panics = "void cpu0(void) { lw_panic_begins(); last(); local_irq_enable(); %s }";
    ends(
        leaves + others + panics.formatted("next();"),
        "scheduling, console none, pstore n/a, kdump n/a");
    ends(leaves + panics.formatted(""), "dead, console none, pstore n/a, kdump n/a");
    ends(
        PANIC + "void cpu0(void) { lw_panic_begins(); last(); }",
        "loop, console none, pstore n/a, kdump n/a");
  }

  @Test
  void powerOffIsNoReboot() {
    ends(
        "void cpu0(void) { lw_panic_begins(); hw_power_off(); }",
        "power-off, console none, pstore n/a, kdump n/a");
  }

  @Test
  void aRunThatIsGivenUpIsUndecidedAndALoopThatIsKnownIsALivelock() {
    String source = "int x; void cpu0(void) { lw_panic_begins(); for (;;) { x++; x &= 3; } }";
    assertThat(run(source).outcome().summary())
        .isEqualTo("undecided, console none, pstore n/a, kdump n/a");
    assertThat(Bench.outcomes(Bench.explore(source)))
        .containsExactly("livelock, console none, pstore n/a, kdump n/a");
    RandomWalk walk = new RandomWalk(Bench.setup(source), false, 1_000);
    assertThat(walk.run(new UniformScheduler(1)).outcome().end().word()).isEqualTo("undecided");
  }

  @Test
  void plainWaitsDoNotCountAsTimeOfARun() {
    ends(
        "void cpu0(void) { int i; lw_panic_begins(); for (i = 0; i < 600; i++) mdelay(100);"
            + " hw_reset(); }",
        "reboot, console none, pstore n/a, kdump n/a");
    RunResult result = run("int x; void cpu0(void) { for (;;) { x ^= 1; mdelay(100); } }");
    assertThat(result.outcome().end().word()).isEqualTo("undecided");
  }

  @Test
  void aCpuThatSpinsOfflineIsStopped() {
    String stops =
        PANIC
            + "void cpu0(void) { lw_panic_begins(); hw_send_ipi(2, 0x40); mdelay(1000); last(); }\n"
            + "void cpu1(void) { }\n"
            + "__interrupt(0x40) void stop(void) { %s for (;;) cpu_relax(); }";
    ends(stops.formatted("lw_offline();"), "loop, console none, pstore n/a, kdump n/a");
    ends(stops.formatted(""), "loop, console none, pstore n/a, kdump n/a, not stopped [1]");
    assertThat(run(stops.formatted("")).explanation().get(1))
        .startsWith(
            "cpu1 was not stopped: no interrupt is pending for it, it has not returned from an"
                + " interrupt; it ");
  }

  @Test
  void whoPanicsIsTheOneThatSaysSoLast() {
    String source =
        PANIC
            + "void cpu0(void) { while (!READ_ONCE(x)) cpu_relax(); lw_panic_begins();"
            + " lw_said(\"panic\\n\", true); hw_uart_tx(0, \"panic\\n\", 0); last(); }\n"
            + "void cpu1(void) { lw_oops_begins(); lw_said(\"oops\\n\", true); x = 1;"
            + " local_irq_disable(); for (;;) halt(); }";
    ends(source, "loop, console all, pstore n/a, kdump n/a");
    assertThat(run(source).said()).containsExactly("panic\n");
  }

  @Test
  void anOopsBesideAPanicTakesNobodysWords() {
    String source =
        PANIC
            + "void cpu0(void) { lw_panic_begins(); x = 1; lw_said(\"panic\\n\", true); last(); }\n"
            + "void cpu1(void) { while (!READ_ONCE(x)) cpu_relax(); lw_oops_begins();"
            + " local_irq_disable(); for (;;) halt(); }";
    ends(source, "loop, console none, pstore n/a, kdump n/a");
    assertThat(run(source).said()).containsExactly("panic\n");
  }

  @Test
  void reasonsNameWhatWasSeen() {
    String off = "void cpu1(void) { lapic_disable(); local_irq_enable(); for (;;) halt(); }\n";
    List<String> why =
        run(PANIC + off + "void cpu0(void) { lw_panic_begins(); last(); }").explanation();
    assertThat(why.get(1)).startsWith("cpu1 (irqs on) is halted with its local APIC off in cpu1()");
    String resets = "void cpu1(void) { mdelay(5); hw_reset(); }\n";
    why =
        run(PANIC + resets + "void cpu0(void) { lw_panic_begins(); for (;;) mdelay(1); }")
            .explanation();
    assertThat(why.get(1)).startsWith("cpu1 was not stopped: it reset the machine in cpu1()");
    String sleeps =
        "void cpu0(void) { lw_panic_begins(); lw_final_loop(); local_irq_disable(); for (;;) halt(); }";
    assertThat(run(sleeps).explanation()).singleElement().asString().startsWith("cpu0 (panic");
  }
}
