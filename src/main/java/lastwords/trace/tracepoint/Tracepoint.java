package lastwords.trace.tracepoint;

import static lastwords.trace.tracepoint.Field.mask;
import static lastwords.trace.tracepoint.Field.number;
import static lastwords.trace.tracepoint.Field.text;

import java.util.List;
import java.util.Locale;

/**
 * The tracepoints that represent steps. Systems, names and fields are those of Linux, as far as a
 * trace has their values, so that filters and scripts for real traces work; locks also have their
 * name.
 */
public enum Tracepoint {
  /** Anything for which the kernel has no tracepoint. */
  STEP(
      "lastwords",
      "\"%s  %s %s\", __get_str(what), __get_str(function), __get_str(place)",
      text("op"),
      text("target"),
      text("what"),
      text("function"),
      text("place")),
  CONTENTION_BEGIN(
      "lock",
      "\"%p %s (flags=%s)\", REC->lock_addr, __get_str(name), __print_flags(REC->flags, \"|\","
          + " { 1, \"SPIN\" })",
      number("void *", "lock_addr", 8),
      number("unsigned int", "flags", 4),
      text("name")),
  CONTENTION_END(
      "lock",
      "\"%p %s (ret=%d)\", REC->lock_addr, __get_str(name), REC->ret",
      number("void *", "lock_addr", 8),
      number("int", "ret", 4),
      text("name")),
  LOCK_ACQUIRE(
      "lock",
      "\"%p %s%s\", REC->lockdep_addr, (REC->flags & 1) ? \"try \" : \"\", __get_str(name)",
      number("unsigned int", "flags", 4),
      text("name"),
      number("void *", "lockdep_addr", 8)),
  LOCK_RELEASE(
      "lock",
      "\"%p %s\", REC->lockdep_addr, __get_str(name)",
      text("name"),
      number("void *", "lockdep_addr", 8)),
  IPI_SEND_CPU(
      "ipi",
      "\"cpu=%u callsite=%ps callback=%ps\", REC->cpu, REC->callsite, REC->callback",
      number("unsigned int", "cpu", 4),
      number("void *", "callsite", 8),
      number("void *", "callback", 8)),
  IPI_SEND_CPUMASK(
      "ipi",
      "\"cpumask=%s callsite=%ps callback=%ps\", __get_bitmask(cpumask), REC->callsite,"
          + " REC->callback",
      mask("cpumask"),
      number("void *", "callsite", 8),
      number("void *", "callback", 8)),
  IPI_ENTRY("ipi", "\"(%s)\", __get_str(reason)", text("reason")),
  IPI_EXIT("ipi", "\"(%s)\", __get_str(reason)", text("reason")),
  IRQ_HANDLER_ENTRY(
      "irq",
      "\"irq=%d name=%s\", REC->irq, __get_str(name)",
      number("int", "irq", 4),
      text("name")),
  IRQ_HANDLER_EXIT(
      "irq",
      "\"irq=%d ret=%s\", REC->irq, REC->ret ? \"handled\" : \"unhandled\"",
      number("int", "irq", 4),
      number("int", "ret", 4)),
  NMI_HANDLER(
      "nmi",
      "\"%ps() delta_ns: %lld handled: %d\", REC->handler, REC->delta_ns, REC->handled",
      number("void *", "handler", 8),
      number("s64", "delta_ns", 8),
      number("int", "handled", 4)),
  CONSOLE("printk", "\"%s\", __get_str(msg)", text("msg")),
  CPU_IDLE(
      "power",
      "\"state=%lu cpu_id=%lu\", (unsigned long)REC->state, (unsigned long)REC->cpu_id",
      number("u32", "state", 4),
      number("u32", "cpu_id", 4));

  /** The first byte after the fields that all events have. */
  public static final int COMMON_BYTES = 8;

  private static final int FIRST_ID = 301; // Linux assigns the numbers at build time

  private final String system;
  private final String print;
  private final List<Field> fields;

  Tracepoint(String system, String print, Field... fields) {
    this.system = system;
    this.print = print;
    this.fields = List.of(fields);
  }

  /** Its system: {@code lock}. */
  public String system() {
    return system;
  }

  /** Its name in the system: {@code contention_begin}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its number in records. */
  public int id() {
    return FIRST_ID + ordinal();
  }

  /** Its own fields. */
  public List<Field> fields() {
    return fields;
  }

  /** Its description, as in {@code /sys/kernel/tracing/events/SYSTEM/NAME/format}. */
  public String format() {
    StringBuilder text = new StringBuilder("name: " + word() + "\nID: " + id() + "\nformat:\n");
    text.append(new Field("unsigned short", "common_type", 2, false).line(0));
    text.append(new Field("unsigned char", "common_flags", 1, false).line(2));
    text.append(new Field("unsigned char", "common_preempt_count", 1, false).line(3));
    text.append(new Field("int", "common_pid", 4, true).line(4)).append('\n');
    int offset = COMMON_BYTES;
    for (Field field : fields) {
      text.append(field.line(offset));
      offset += field.bytes();
    }
    return text.append("\nprint fmt: ").append(print).append('\n').toString();
  }
}
