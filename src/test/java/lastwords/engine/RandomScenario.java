package lastwords.engine;

import java.util.List;
import java.util.Random;

/** A random scenario: machine, kernel, workloads, settings and faults, as the text of its file. */
public final class RandomScenario {
  private static final List<String> MACHINES =
      List.of("x86_64", "x86_64-nonmi", "arm64", "arm32", "riscv");
  private static final List<String> KERNELS = List.of("5.2", "5.2", "4.19", "5.2+panic-lock-safe");
  private static final List<String> PANICS =
      List.of(
          "panic_in_task",
          "panic_in_irq",
          "panic_holding(&logbuf_lock)",
          "panic_inside_vprintk_store",
          "panic_in_printk_safe",
          "oops_in_task",
          "sysrq_c",
          "panic_in_nmi",
          "warn_in_task");
  private static final List<String> OTHERS =
      List.of(
          "idle",
          "spin_irqs_off",
          "spin_irqs_on",
          "stuck_holding(&logbuf_lock)",
          "print_task",
          "take_and_release(&logbuf_lock)",
          "chatty_irqs_off(20000)",
          "devkmsg_flood(80, 500)",
          "stuck_in_console_driver",
          "stuck_in_vprintk_store",
          "stuck_in_safe_flush",
          "panic_in_task",
          "spin_in_nmi");
  private static final List<String> FAULTS =
      List.of(
          "{ drop = ipi, probability = 50 }",
          "{ delay = ipi, by = 3ms, times = 2 }",
          "{ duplicate = ipi }",
          "{ reorder = ipi }",
          "{ stall = 1, after = 2ms, for = 30ms }",
          "{ stall = 1, at = vprintk_store, for = forever }",
          "{ stall = 1, holding = logbuf_lock, for = 5ms }",
          "{ corrupt-idt = 1, after = 1ms }");

  private RandomScenario() {}

  /** The scenario of this seed. */
  public static String text(long seed) {
    Random random = new Random(seed);
    int cpus = 2 + random.nextInt(3);
    StringBuilder text = new StringBuilder("title = \"random " + seed + "\"\n");
    text.append("kernel = \"" + pick(KERNELS, random) + "\"\n");
    text.append("machine = ${machines." + pick(MACHINES, random) + "} { cpus = " + cpus);
    text.append(random.nextBoolean() ? ", pstore = ramoops" : "");
    text.append(random.nextInt(4) == 0 ? ", crash-kernel = yes" : "").append(" }\n");
    text.append("cpu.0.run = \"" + pick(PANICS, random) + "\"\n");
    for (int cpu = 1; cpu < cpus; cpu++) {
      text.append("cpu." + cpu + ".run = \"" + pick(OTHERS, random) + "\"\n");
    }
    settings(text, random);
    if (random.nextInt(3) == 0) {
      text.append("faults = [ " + pick(FAULTS, random) + " ]\n");
    }
    return text.append("limits { steps = 30000, run = 20s }\n").toString();
  }

  private static void settings(StringBuilder text, Random random) {
    text.append("settings { panic_delay_us = " + random.nextInt(2000));
    text.append(random.nextInt(3) == 0 ? ", panic_timeout = 1" : "");
    text.append(random.nextInt(3) == 0 ? ", crash_kexec_post_notifiers = true" : "");
    text.append(random.nextInt(3) == 0 ? ", panic_on_oops = 1" : "");
    text.append(random.nextInt(3) == 0 ? ", panic_on_warn = 1" : "").append(" }\n");
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
