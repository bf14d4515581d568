package lastwords.engine;

import java.util.Locale;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.FaultForm;

/**
 * Describes a fault in one line, with everything that distinguishes it from others: {@code drop
 * interrupt to cpu1, vector 251}.
 */
public final class FaultDescription {
  private static final long NANOS_A_MICRO = 1_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  private FaultDescription() {}

  /** The description. */
  public static String of(Fault fault) {
    FaultForm form = fault.form();
    StringBuilder text =
        new StringBuilder(form.kind.toLowerCase(Locale.ROOT).replace('_', ' ').replace(" cpu", ""));
    boolean interrupts = fault.rule().isPresent();
    add(text, " from cpu", form.from);
    add(text, interrupts ? " to cpu" : " cpu", form.cpu);
    add(text, ", vector ", form.vector);
    add(text, " of port ", form.device);
    add(text, " at ", form.function);
    add(text, " holding ", form.lock);
    add(text, " after ", time(form.atNanos));
    add(text, interrupts ? " by " : " for ", time(form.nanos));
    add(text, ", ", form.probability == 100 ? "" : form.probability + " %");
    add(text, ", at most ", times(form.times));
    return text.toString();
  }

  private static void add(StringBuilder text, String label, int value) {
    add(text, label, value < 0 ? "" : Integer.toString(value));
  }

  private static void add(StringBuilder text, String label, String value) {
    text.append(value.isEmpty() ? "" : label + value);
  }

  private static String times(int times) {
    return times < 0 ? "" : times == 1 ? "once" : times + " times";
  }

  private static String time(long nanos) {
    if (nanos <= 0) {
      return "";
    }
    boolean millis = nanos % NANOS_A_MILLI == 0;
    return millis ? nanos / NANOS_A_MILLI + " ms" : nanos / NANOS_A_MICRO + " us";
  }
}
