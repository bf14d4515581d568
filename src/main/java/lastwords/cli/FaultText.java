package lastwords.cli;

import java.util.Locale;
import lastwords.machine.FaultRule;

/** A fault in a line. */
final class FaultText {
  private static final long NANOS_A_MICRO = 1000;

  private FaultText() {}

  static String of(FaultRule rule) {
    StringBuilder text =
        new StringBuilder(rule.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    add(text, " cpu", rule.cpu());
    add(text, " from cpu", rule.from());
    add(text, " vector ", rule.vector());
    text.append(rule.function().isEmpty() ? "" : " in " + rule.function());
    text.append(rule.lock().isEmpty() ? "" : " holding " + rule.lock());
    add(text, " of port ", rule.device());
    add(text, " at ", micros(rule.atNanos()));
    add(text, " for ", micros(rule.nanos()));
    text.append(rule.probability() == 100 ? "" : ", " + rule.probability() + " %");
    return text.append(rule.times() < 0 ? "" : ", at most " + rule.times() + " times").toString();
  }

  private static void add(StringBuilder text, String label, long value) {
    if (value >= 0) {
      text.append(label).append(value);
    }
  }

  private static void add(StringBuilder text, String label, String value) {
    text.append(value.isEmpty() ? "" : label + value);
  }

  private static String micros(long nanos) {
    return nanos <= 0 ? "" : nanos / NANOS_A_MICRO + " us";
  }
}
