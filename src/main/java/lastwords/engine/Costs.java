package lastwords.engine;

import java.util.Arrays;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Timing;

/** What each operation costs, in ns of emulated time, without jitter. */
final class Costs {
  private final long[] costs = new long[Operation.values().length];

  Costs(Timing timing) {
    Arrays.setAll(costs, operation -> Operation.of(operation).cost(timing));
  }

  long of(Operation operation) {
    return costs[operation.ordinal()];
  }
}
