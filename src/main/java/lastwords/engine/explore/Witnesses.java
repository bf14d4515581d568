package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lastwords.engine.RunResult;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.graph.ShortestPaths;
import lastwords.engine.model.Action;
import lastwords.engine.terminal.TerminalStates;
import lastwords.engine.walk.Replay;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;

/** The outcomes that a search has found, each with a replayed witness. */
final class Witnesses {
  private final Setup setup;
  private final List<Action> start;
  private final boolean reduced;
  private final TerminalStates terminals;
  private final DivergenceCheck divergence;

  /**
   * @param start choices taken before the exploration
   * @param reduced whether the search was reduced
   */
  Witnesses(
      Setup setup,
      List<Action> start,
      boolean reduced,
      TerminalStates terminals,
      DivergenceCheck divergence) {
    this.setup = setup;
    this.start = start;
    this.reduced = reduced;
    this.terminals = terminals;
    this.divergence = divergence;
  }

  /** All of them, the one with the shortest witness first. */
  List<Finding> of(ShortestPaths paths, boolean exhausted) {
    List<Finding> findings = new ArrayList<>();
    boolean always = exhausted && terminals.kinds() == 1;
    for (int kind = 0; kind < terminals.kinds(); kind++) {
      findings.add(finding(kind, always, paths));
    }
    Comparator<Finding> shortest = Comparator.comparingInt(finding -> finding.witness().size());
    findings.sort(shortest.thenComparing(finding -> finding.outcome().summary()));
    return findings;
  }

  private Finding finding(int kind, boolean always, ShortestPaths paths) {
    int[] end = new int[1];
    List<Action> witness =
        paths.to(state -> terminals.kind(state) == kind, state -> end[0] = state);
    int nearest = end[0];
    Cause cause = terminals.cause(nearest);
    List<Action> turn = divergence.turn(nearest);
    witness.addAll(0, start);
    RunResult run = Replay.done(setup, witness, turn, cause, reduced, StepSink.NONE).result();
    if (!run.outcome().summary().equals(terminals.summary(kind))) {
      throw new IllegalStateException(
          "a witness of "
              + terminals.summary(kind)
              + " leads to "
              + run.outcome().summary()
              + ": "
              + witness);
    }
    return new Finding(run.outcome(), cause, terminals.states(kind), always, witness, turn, run);
  }
}
