package lastwords.machine.fault;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lastwords.machine.bus.Trigger;

/**
 * A fault of any kind in one form, for recordings, bundles and messages between nodes. A value that
 * its kind does not need is -1 or empty.
 */
@JsonPropertyOrder({
  "id",
  "kind",
  "cpu",
  "from",
  "vector",
  "function",
  "lock",
  "device",
  "atNanos",
  "nanos",
  "factor",
  "probability",
  "interval",
  "times",
  "space"
})
public final class FaultForm {
  private static final int NONE = -1;

  public int id;
  public String kind = "";
  public int cpu = NONE;
  public int from = NONE;
  public int vector = NONE;
  public String function = "";
  public String lock = "";
  public int device = NONE;
  public long atNanos = NONE;
  public long nanos = NONE;
  public int factor = 1;
  public int probability = 100;
  public int interval = 1;
  public int times = NONE;
  public int space;

  public FaultForm() {}

  /** With everything else still unset. */
  FaultForm(int id, String kind, OptionalInt cpu, OptionalLong nanos, Trigger when) {
    this.id = id;
    this.kind = kind;
    this.cpu = cpu.orElse(NONE);
    this.nanos = nanos.orElse(NONE);
    function = when.function();
    lock = when.lock();
    atNanos = when.atNanos();
    probability = when.probability();
    interval = when.interval();
    times = when.times() == Trigger.UNLIMITED ? NONE : when.times();
    space = when.space();
  }

  Trigger trigger() {
    return new Trigger(atNanos, function, lock, probability, interval, times, space);
  }

  static OptionalInt chosen(int number) {
    return number < 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  OptionalLong lasting() {
    return nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
  }
}
