package lastwords.engine;

import java.util.Locale;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.part.InterruptController;

/** A fault in a line, all that tells it from others: {@code drop interrupt to cpu1, vector 251}. */
public final class FaultDescription {
  private static final long NANOS_A_MICRO = 1_000;
  private static final long NANOS_A_MILLI = 1_000_000;

  private FaultDescription() {}

  /** Its words. */
  public static String of(FaultRule rule) {
    StringBuilder text =
        new StringBuilder(
            rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ').replace(" cpu", ""));
    boolean interrupts = InterruptController.concerns(rule);
    add(text, " from cpu", rule.from());
    add(text, interrupts ? " to cpu" : " cpu", rule.cpu());
    add(text, ", vector ", rule.vector());
    add(text, " of port ", rule.device());
    add(text, " at ", rule.function());
    add(text, " holding ", rule.lock());
    add(text, " after ", time(rule.atNanos()));
    add(text, interrupts ? " by " : " for ", time(rule.nanos()));
    add(text, ", ", rule.probability() == 100 ? "" : rule.probability() + " %");
    add(text, ", at most ", times(rule.times()));
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
