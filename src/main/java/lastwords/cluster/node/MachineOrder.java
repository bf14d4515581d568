package lastwords.cluster.node;

/**
 * Orders without arguments to a machine: a verb on the command line, a path of the HTTP interface,
 * a request to the coordinator.
 */
public enum MachineOrder {
  /** Pauses all CPUs between two steps. CONFLICT unless it runs. */
  PAUSE("pause", "Pauses all CPUs of a machine."),
  /** Resumes a paused machine. CONFLICT unless it is paused. */
  RESUME("resume", "Resumes a paused machine."),
  /** Ends the run now, with the outcome so far and the ending INTERRUPTED. */
  STOP("stop", "Stops a machine's run where it is.");

  private final String word;
  private final String description;

  MachineOrder(String word, String description) {
    this.word = word;
    this.description = description;
  }

  /** The verb, and the last part of its path. */
  public String word() {
    return word;
  }

  /** A sentence for users. */
  public String description() {
    return description;
  }
}
