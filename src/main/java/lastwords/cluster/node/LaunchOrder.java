package lastwords.cluster.node;

import lastwords.scenario.Bundle;

/**
 * A machine to start.
 *
 * @param bundle the case with all it needs
 * @param clock who orders what happens
 * @param seed of the timing
 * @param speed live: emulated nanoseconds that pass in one of wall time; above 0
 * @param placement where its parts go
 * @param settleNanos emulated time that it goes on for after its end; 0: as the scenario says
 * @param hangNanos emulated time without anything after which it counts as hung; 0: as the scenario
 *     says
 * @param name what it is to be called; empty: the node finds a name
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
  /** The same, of a machine that is called so. */
  public LaunchOrder named(String chosen) {
    return new LaunchOrder(
        bundle, clock, seed, speed, placement, settleNanos, hangNanos, chosen, paused);
  }
}
