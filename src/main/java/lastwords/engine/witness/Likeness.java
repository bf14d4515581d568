package lastwords.engine.witness;

import java.util.TreeMap;
import lastwords.outcome.Outcome;

/** Which outcomes count as the same after CPUs have been removed. */
final class Likeness {
  private final Outcome wanted;

  Likeness(Outcome wanted) {
    this.wanted = wanted;
  }

  /** Is it the wanted outcome, on a machine with this many CPUs? */
  boolean matches(Outcome outcome, int cpus) {
    return outcome.summary().equals(on(cpus).summary());
  }

  private Outcome on(int cpus) {
    return new Outcome(
        wanted.end(),
        wanted.at(),
        wanted.in(),
        wanted.console(),
        wanted.pstore(),
        wanted.kdump(),
        new TreeMap<>(wanted.notStopped().headMap(cpus)),
        wanted.unmet());
  }
}
