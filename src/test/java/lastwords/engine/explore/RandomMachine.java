package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;

/**
 * A small random machine for testing reductions: CPUs that stop in every possible way, words and
 * locks that only one CPU touches, or all but one, per-CPU words, pointers, sections, functions run
 * by several CPUs, faults. CPU 0 panics.
 */
final class RandomMachine {
  private static final String HEAD =
      """
      int x; int y; int z;
      int own0; int own1; int own2;
      int *somewhere;
      DEFINE_PER_CPU(int, mine);
      DEFINE_PER_CPU(int, others);
      DEFINE_RAW_SPINLOCK(a); DEFINE_RAW_SPINLOCK(b);
      DEFINE_RAW_SPINLOCK(lock0); DEFINE_RAW_SPINLOCK(lock1); DEFINE_RAW_SPINLOCK(lock2);
      void add(int *word) { *word = *word + 1; }
      void count(void) { this_cpu_write(mine, this_cpu_read(mine) + 1); }
      void stop(void) { local_irq_disable(); lapic_disable(); for (;;) halt(); }
      void sleep(void) { local_irq_disable(); for (;;) halt(); }
      void spin(void) { local_irq_disable(); for (;;) ; }
      void turn(void) { local_irq_disable(); for (;;) cpu_relax(); }
      """;

  private final Random random;
  private final int cpus;
  private final boolean shared; // do handlers touch what otherwise only one CPU touches?
  private final StringBuilder text = new StringBuilder(HEAD);

  private RandomMachine(long seed) {
    random = new Random(seed);
    cpus = 2 + random.nextInt(2);
    shared = random.nextInt(3) == 0;
  }

  static String source(long seed) {
    RandomMachine machine = new RandomMachine(seed);
    machine.handler("__interrupt(0x40) void ipi(void)");
    machine.handler("__interrupt(2) void nmi(void)");
    for (int cpu = 0; cpu < machine.cpus; cpu++) {
      machine.run(cpu);
    }
    return machine.text.toString();
  }

  /** Every other one has no NMIs. */
  static Setup setup(long seed) {
    Setup made = Bench.setup(source(seed));
    MachineConfig usual = made.machine();
    MachineConfig config =
        new MachineConfig(
            usual.name(),
            usual.cpus(),
            seed % 2 == 0,
            seed % 5 != 0 ? LockKind.QUEUED : LockKind.TEST_AND_SET,
            usual.uarts(),
            usual.pram(),
            usual.crashImage(),
            usual.hypervisor(),
            usual.host(),
            usual.timing());
    return new Setup(made.image(), config, made.entries(), List.of(), made.limits());
  }

  static Budget budget(long seed) {
    return switch ((int) (seed % 7)) {
      case 3 -> Budget.stalls(1);
      case 4 -> Budget.drops(1);
      case 6 -> Budget.stall(1);
      default -> Budget.NONE;
    };
  }

  private void handler(String head) {
    List<String> body = new ArrayList<>();
    body.add(statement(0, random.nextInt(cpus)));
    if (random.nextInt(3) > 0) {
      body.add("if (smp_processor_id() != 0) " + stop());
    }
    if (shared) {
      body.add("own" + random.nextInt(3) + " = 2;");
    }
    function(head, body);
  }

  private void run(int cpu) {
    List<String> body = new ArrayList<>();
    if (cpu == 0) {
      body.add("lw_panic_begins();");
    }
    int statements = cpus == 2 ? 4 : 3;
    for (int i = 0; i < statements; i++) {
      body.add(statement(1, cpu));
    }
    body.add(cpu == 0 ? ending() : random.nextInt(4) == 0 ? stop() : "");
    function("void cpu" + cpu + "(void)", body);
  }

  private void function(String head, List<String> body) {
    text.append(head).append(" {\n  int t = 2;\n");
    body.forEach(line -> text.append("  ").append(line).append('\n'));
    text.append("}\n");
  }

  private String ending() {
    return switch (random.nextInt(4)) {
      case 0 -> "hw_reset();";
      case 1 -> "";
      case 2 -> "lw_final_loop(); for (;;) mdelay(1);";
      default -> "hw_send_ipi(6, " + vector() + "); udelay(5); lw_final_loop(); for (;;) ;";
    };
  }

  private String stop() {
    return List.of("stop();", "sleep();", "spin();", "turn();", "halt();", "lapic_disable();")
        .get(random.nextInt(6));
  }

  private String vector() {
    return random.nextInt(3) == 0 ? "2" : "0x40";
  }

  private String word() {
    return List.of("x", "y", "z").get(random.nextInt(3));
  }

  private String own(int cpu) {
    return random.nextInt(8) == 0 ? "own" + random.nextInt(3) : "own" + cpu;
  }

  private String statement(int nesting, int cpu) {
    int value = 1 + random.nextInt(2);
    switch (random.nextInt(nesting > 0 ? 18 : 7)) {
      case 0, 1:
        return own(cpu) + " = " + own(cpu) + " + " + value + ";";
      case 2:
        return word() + " = " + value + ";";
      case 3:
        return "if (" + own(cpu) + " > 0) " + word() + " = " + own(cpu) + ";";
      case 4:
        return "count();";
      case 5:
        return "if (raw_spin_trylock(&lock" + cpu + ")) raw_spin_unlock(&lock" + cpu + ");";
      case 6:
        return "if (" + word() + " == " + value + ") this_cpu_write(mine, " + value + ");";
      case 7:
        return "raw_spin_lock(&lock"
            + cpu
            + "); "
            + inner(nesting, cpu)
            + " raw_spin_unlock(&lock"
            + cpu
            + ");";
      case 8:
        return "raw_spin_lock(&a); " + inner(nesting, cpu) + " raw_spin_unlock(&a);";
      case 9:
        return "raw_spin_lock(&b); " + inner(nesting, cpu) + " raw_spin_unlock(&b);";
      case 10:
        return "hw_send_ipi(" + (1 + random.nextInt(7)) + ", " + vector() + ");";
      case 11:
        return "local_irq_disable(); " + inner(nesting, cpu) + " local_irq_enable();";
      case 12:
        return "add(&" + (random.nextBoolean() ? own(cpu) : word()) + ");";
      case 13:
        return "while (t-- > 0 && READ_ONCE(" + word() + ") != " + value + ") udelay(1);";
      case 14:
        return "while (READ_ONCE("
            + (random.nextBoolean() ? word() : own(cpu))
            + ") == 0) cpu_relax();";
      case 15:
        return "lw_section_begin(); lw_section_when("
            + word()
            + " != 0); "
            + own(cpu)
            + " = 3; lw_section_end();";
      case 16:
        return "per_cpu(others, "
            + random.nextInt(cpus)
            + ") = "
            + value
            + "; if ("
            + "this_cpu_read(others) == 2) "
            + inner(nesting, cpu);
      default:
        return cpu == 0
            ? "lw_said(\"dying\\n\", true); hw_uart_tx(0, \"dying\\n\", 0);"
            : "hw_uart_tx(0, \"other\\n\", 0);";
    }
  }

  private String inner(int nesting, int cpu) {
    return statement(nesting - 1, cpu);
  }
}
