package lastwords.engine;

import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Timing;

/** What each operation costs, in ns of emulated time, without jitter. */
final class Costs {
  private final long[] costs = new long[Operation.values().length];

  Costs(Timing timing) {
    for (Operation operation : Operation.values()) {
      costs[operation.ordinal()] = cost(operation, timing);
    }
  }

  long of(int operation) {
    return costs[operation];
  }

  private static long cost(Operation operation, Timing timing) {
    return switch (operation) {
      case LOAD,
          STORE,
          WATCH,
          WATCH_LOCK,
          WATCH_STAGING,
          NOTE,
          FIRMWARE,
          RANDOM,
          UART_TX,
          UART_STOP,
          TIMER ->
          timing.memory();
      case XCHG, CMPXCHG, ADD, OR, AND, LOCK, TRYLOCK, UNLOCK, IS_LOCKED, LOCK_INIT ->
          timing.atomic();
      case TEXT -> timing.text();
      case SEND_IPI, INTERRUPT, RETURN, TRAP, BREAKPOINT -> timing.sendIpi();
      case PRAM_WRITE -> timing.pram();
      case SPIN -> timing.spin();
      default -> 0;
    };
  }
}
