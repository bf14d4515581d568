package lastwords.machine.fault;

import java.util.Optional;
import java.util.OptionalInt;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;

/**
 * Interrupts are lost, delayed, duplicated or reordered.
 *
 * @param kind which of these
 * @param to only those to this CPU; empty: to any
 * @param from only those from this CPU; empty: from anywhere
 * @param vector only this one; empty: any
 * @param late delay in ns
 */
public record InterruptFault(
    int id,
    Kind kind,
    OptionalInt to,
    OptionalInt from,
    OptionalInt vector,
    long late,
    Trigger trigger)
    implements Fault, InterruptRule {
  static final String SUFFIX = "_INTERRUPT";
  private static final long OVERTAKEN = 11; // times the usual latency, if reordered

  /** What happens to an interrupt. */
  public enum Kind {
    DROP {
      @Override
      long[] arrivals(long nanos, long late) {
        return new long[0];
      }
    },
    DELAY {
      @Override
      long[] arrivals(long nanos, long late) {
        return new long[] {nanos + late};
      }
    },
    DUPLICATE {
      @Override
      long[] arrivals(long nanos, long late) {
        return new long[] {nanos + late, 2 * nanos + late};
      }
    },
    /** The next one to the same CPU overtakes it. */
    REORDER {
      @Override
      long[] arrivals(long nanos, long late) {
        return new long[] {OVERTAKEN * nanos};
      }
    };

    abstract long[] arrivals(long nanos, long late);
  }

  static InterruptFault of(FaultForm form) {
    return new InterruptFault(
        form.id,
        Kind.valueOf(form.kind.substring(0, form.kind.length() - SUFFIX.length())),
        FaultForm.chosen(form.cpu),
        FaultForm.chosen(form.from),
        FaultForm.chosen(form.vector),
        Math.max(0, form.nanos),
        form.trigger());
  }

  @Override
  public boolean matches(int sender, int target, int number) {
    return isOr(to, target) && isOr(from, sender) && isOr(vector, number);
  }

  private static boolean isOr(OptionalInt wanted, int number) {
    return wanted.isEmpty() || wanted.getAsInt() == number;
  }

  @Override
  public long[] arrivals(long nanos) {
    return kind.arrivals(nanos, late);
  }

  @Override
  public int[] parts(Wiring wiring) {
    return new int[] {wiring.interrupts()};
  }

  @Override
  public boolean strike(
      Board board, int part, boolean begins, long now, long draw, Effects effects) {
    boolean known = board.interrupts().activate(id, begins);
    return known || begins && board.interrupts().add(this);
  }

  @Override
  public Optional<InterruptRule> rule() {
    return Optional.of(this);
  }

  @Override
  public OptionalInt cpu() {
    return to;
  }

  @Override
  public boolean names(int cpu) {
    return to.equals(OptionalInt.of(cpu)) || from.equals(OptionalInt.of(cpu));
  }

  @Override
  public String word() {
    return kind.name() + SUFFIX;
  }

  @Override
  public Fault with(int number, Trigger when) {
    return new InterruptFault(number, kind, to, from, vector, late, when);
  }

  @Override
  public Fault ofCpu(int cpu) {
    return new InterruptFault(id, kind, OptionalInt.of(cpu), from, vector, late, trigger);
  }

  @Override
  public Fault ofVector(int number) {
    return new InterruptFault(id, kind, to, from, OptionalInt.of(number), late, trigger);
  }

  @Override
  public FaultForm form() {
    FaultForm form = new FaultForm(id, word(), cpu(), nanos(), trigger);
    form.from = from.orElse(-1);
    form.vector = vector.orElse(-1);
    form.nanos = late > 0 ? late : -1;
    return form;
  }
}
