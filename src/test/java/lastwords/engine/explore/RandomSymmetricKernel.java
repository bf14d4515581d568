package lastwords.engine.explore;

import java.util.Random;

/**
 * Random kernel C for one CPU that panics and several that run the same code, and differ only in
 * their numbers.
 */
final class RandomSymmetricKernel {
  private static final String HEAD =
      """
      int x; int y; int owner = -1; unsigned long mask; int *where;
      struct entry { int what; int who; };
      struct entry log[3]; int next;
      DEFINE_PER_CPU(int, mine);
      DEFINE_PER_CPU(int, number);
      DEFINE_RAW_SPINLOCK(a); DEFINE_RAW_SPINLOCK(b);
      void note(int what) { if (next < 3) { log[next].who = smp_processor_id(); log[next].what = what; next = next + 1; } }
      void stop(void) { local_irq_disable(); lapic_disable(); for (;;) halt(); }
      int taken(void) { return owner == smp_processor_id() && log[0].who == owner && next; }
      """;

  private final Random random;
  private final StringBuilder text = new StringBuilder(HEAD);

  private RandomSymmetricKernel(long seed) {
    random = new Random(seed);
  }

  static String source(long seed) {
    RandomSymmetricKernel kernel = new RandomSymmetricKernel(seed);
    int cpus = 3 + kernel.random.nextInt(2);
    kernel.function(
        "__interrupt(0x40) void ipi(void)", 2, kernel.random.nextBoolean() ? "stop();" : "");
    kernel.function("__interrupt(2) void nmi(void)", 1, "");
    kernel.function("void work(void)", 4, "");
    kernel.function("void cpu0(void)", 3, "lw_final_loop(); for (;;) mdelay(1);");
    for (int cpu = 1; cpu < cpus; cpu++) {
      kernel.text.append("void cpu" + cpu + "(void) { work(); }\n");
    }
    return kernel.text.toString();
  }

  private void function(String head, int statements, String end) {
    text.append(head + " {\n  int t = 2; int me = smp_processor_id();\n");
    text.append(head.contains("cpu0") ? "  lw_panic_begins();\n" : "");
    for (int i = 0; i < statements; i++) {
      text.append("  " + statement(head.contains("__interrupt") ? 0 : 1) + "\n");
    }
    text.append(
        "  if (me < 0) t = mask + log[0].what + this_cpu_read(number);\n  " + end + "\n}\n");
  }

  private String word() {
    return random.nextBoolean() ? "x" : "y";
  }

  private String statement(int nesting) {
    int value = 1 + random.nextInt(2);
    switch (random.nextInt(nesting > 0 ? 15 : 9)) {
      case 0:
        return word() + " = " + value + ";";
      case 1:
        return "owner = me;";
      case 2:
        return "if (owner == me) " + word() + " = 2;";
      case 3:
        return "fetch_or(&mask, 1UL << me);";
      case 4:
        return "hw_send_ipi(mask & ~(1UL << me), 0x40);";
      case 5:
        return "this_cpu_write(mine, " + value + ");";
      case 6:
        return "where = this_cpu_ptr(&mine);";
      case 7:
        return "if (cmpxchg(&owner, -1, me) == -1) note(1);";
      case 8:
        return "this_cpu_write(number, smp_processor_id());";
      case 9:
        return "raw_spin_lock(&a); " + statement(nesting - 1) + " raw_spin_unlock(&a);";
      case 10:
        return "if (where) *where = " + word() + ";";
      case 11:
        return "if (raw_spin_trylock(&b)) { " + statement(nesting - 1) + " raw_spin_unlock(&b); }";
      case 12:
        return "while (t-- > 0 && READ_ONCE(" + word() + ") != " + value + ") udelay(1);";
      case 13:
        return "local_irq_disable(); " + statement(nesting - 1) + " local_irq_enable();";
      default:
        return random.nextBoolean()
            ? "while (READ_ONCE(owner) != me && READ_ONCE(x) == 0) cpu_relax();"
            : "hw_uart_tx(0, \"line\\n\", 0);";
    }
  }
}
