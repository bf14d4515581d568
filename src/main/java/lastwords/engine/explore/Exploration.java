package lastwords.engine.explore;

import java.util.List;
import java.util.Locale;
import lastwords.engine.RunResult;
import lastwords.engine.model.Action;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.FaultSeen;
import lastwords.outcome.Outcome;

/**
 * The result of an exploration.
 *
 * @param findings the outcomes found, the one with the shortest witness first
 * @param states reached, each counted once
 * @param transitions between them
 * @param depth the longest of the shortest schedules to a state
 * @param doomed states from which only a hang can be reached; if the space was not exhausted, those
 *     for which that is known
 * @param end why it ended
 * @param bytes memory of states and transitions
 * @param collision upper bound of the probability that two of these states were taken for one; 0 if
 *     they were compared word for word
 * @param alike names two interchangeable CPUs: a state and the one with the two swapped count as
 *     one; empty if there are none
 * @param faults of the scenario, and which of them fired at all
 */
public record Exploration(
    List<Finding> findings,
    int states,
    long transitions,
    int depth,
    int doomed,
    End end,
    long bytes,
    double collision,
    String alike,
    List<FaultSeen> faults) {
  public Exploration {
    faults = List.copyOf(faults);
    findings = List.copyOf(findings);
  }

  /**
   * An outcome.
   *
   * @param outcome the witness's; outcomes that differ only in the reasons why CPUs were not
   *     stopped are one
   * @param cause what ended the run
   * @param states number of states in which it was found
   * @param always is it the only possible one? There is no other outcome and the space was
   *     exhausted.
   * @param witness a shortest schedule that leads to it
   * @param cycle of an endless run: the actions of one iteration, repeated for ever after the
   *     witness; otherwise empty
   * @param run the witness's run
   */
  public record Finding(
      Outcome outcome,
      Cause cause,
      int states,
      boolean always,
      List<Action> witness,
      List<Action> cycle,
      RunResult run) {
    public Finding {
      witness = List.copyOf(witness);
      cycle = List.copyOf(cycle);
    }
  }

  /** Why an exploration ended. */
  public enum End {
    SPACE_EXHAUSTED,
    BOUND_REACHED,
    MEMORY_REACHED,
    INTERRUPTED;

    /** In words. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  public boolean exhausted() {
    return end == End.SPACE_EXHAUSTED;
  }
}
