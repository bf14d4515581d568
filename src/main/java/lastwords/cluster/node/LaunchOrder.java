package lastwords.cluster.node;

import lastwords.scenario.Bundle;

/**
 * A machine to start.
 *
 * @param bundle the case with all it needs
 * @param clock what decides the order of events
 * @param seed of the timing
 * @param speed live: emulated ns per ns of wall time, above 0
 * @param placement where its parts go
 * @param settleNanos emulated time to continue after its end; 0: as the scenario says
 * @param hangNanos emulated time without activity after which it counts as hung; 0: as the scenario
 *     says
 * @param name its name; empty: the node chooses one
 * @param paused boot it and wait for resume
 */
public record LaunchOrder(
    Bundle bundle,
    Clock clock,
    long seed,
    double speed,
    Placement placement,
    long settleNanos,
    long hangNanos,
    String name,
    boolean paused) {
  /** Returns a copy with that name. */
  public LaunchOrder named(String chosen) {
    return new LaunchOrder(
        bundle, clock, seed, speed, placement, settleNanos, hangNanos, chosen, paused);
  }
}
