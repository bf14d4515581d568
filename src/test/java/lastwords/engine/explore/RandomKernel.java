package lastwords.engine.explore;

import java.util.Random;

/** Random kernel C for two CPUs: locks, stores, tests, waits, interrupts, lines; CPU 0 panics. */
public final class RandomKernel {
  private static final String HEAD =
      """
      int x; int y; int z;
      DEFINE_RAW_SPINLOCK(a); DEFINE_RAW_SPINLOCK(b);
      """;

  private final Random random;
  private final StringBuilder text = new StringBuilder(HEAD);

  private RandomKernel(long seed) {
    random = new Random(seed);
  }

  public static String source(long seed) {
    RandomKernel kernel = new RandomKernel(seed);
    kernel.function("__interrupt(0x40) void ipi(void)", 1, "");
    kernel.function("__interrupt(2) void nmi(void)", 1, "");
    kernel.function("void cpu0(void)", 4, kernel.ending());
    kernel.function("void cpu1(void)", 4, "");
    return kernel.text.toString();
  }

  private void function(String head, int statements, String end) {
    text.append(head + " {\n  int t = 3;\n");
    boolean panics = head.contains("cpu0");
    if (panics) {
      text.append("  lw_panic_begins();\n");
    }
    for (int i = 0; i < statements; i++) {
      text.append("  " + statement(head.contains("__interrupt") ? 0 : 2, panics) + "\n");
    }
    text.append(end + "}\n");
  }

  private String ending() {
    return switch (random.nextInt(4)) {
      case 0 -> "  hw_reset();\n";
      case 1 -> "";
      default -> "  lw_final_loop();\n  for (;;)\n    mdelay(1);\n";
    };
  }

  private String word() {
    return "xyz".substring(random.nextInt(3)).substring(0, 1);
  }

  private String statement(int nesting, boolean panics) {
    int value = 1 + random.nextInt(2);
    switch (random.nextInt(nesting > 0 ? 15 : 5)) {
      case 0:
        return word() + " = " + value + ";";
      case 1:
        return word() + " = " + word() + " + 1;";
      case 2:
        return "while (t-- > 0 && READ_ONCE(" + word() + ") != " + value + ") udelay(1);";
      case 3:
        return "raw_spin_lock(&a); " + word() + " = " + value + "; raw_spin_unlock(&a);";
      case 4:
        return "if (raw_spin_trylock(&b)) { " + word() + " = 2; raw_spin_unlock(&b); }";
      case 5:
        return "if (" + word() + " == " + value + ") { " + statement(nesting - 1, panics) + " }";
      case 6:
        return "raw_spin_lock(&a); " + statement(nesting - 1, panics) + " raw_spin_unlock(&a);";
      case 7:
        return "raw_spin_lock(&b); " + statement(nesting - 1, panics) + " raw_spin_unlock(&b);";
      case 8:
        return "hw_send_ipi("
            + (1 + random.nextInt(3))
            + ", "
            + (random.nextInt(3) == 0 ? "2" : "0x40")
            + ");";
      case 9:
        return "local_irq_disable(); " + statement(nesting - 1, panics) + " local_irq_enable();";
      case 10:
        return (panics ? "lw_said(\"dying\\n\", true); " : "")
            + "hw_uart_tx(0, \""
            + (panics ? "dying" : "other")
            + "\\n\", 0);";
      case 11:
        return "raw_spin_lock(&a); raw_spin_lock(&b); "
            + word()
            + " = 1; raw_spin_unlock(&b); raw_spin_unlock(&a);";
      case 12:
        return "raw_spin_lock(&b); raw_spin_lock(&a); "
            + word()
            + " = 2; raw_spin_unlock(&a); raw_spin_unlock(&b);";
      case 13:
        return "if (" + word() + " != 0) hw_reset();";
      default:
        return random.nextBoolean()
            ? "while (READ_ONCE(" + word() + ") == 0) cpu_relax();"
            : "udelay(" + random.nextInt(4) + ");";
    }
  }
}
