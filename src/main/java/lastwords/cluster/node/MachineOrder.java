package lastwords.cluster.node;

/**
 * What a machine can be ordered to do without further words: a verb of the command line, a path of
 * the HTTP interface, a question to the machine's coordinator.
 */
public enum MachineOrder {
  /** Holds all CPUs between two steps. CONFLICT unless it runs. */
  PAUSE("pause", "Pauses all CPUs of a machine."),
  /** Lets a machine that is paused go on. CONFLICT unless it is paused. */
  RESUME("resume", "Resumes a paused machine."),
  /** Ends the run now: its outcome is what there is, and its ending INTERRUPTED. */
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

  /** A sentence for people. */
  public String description() {
    return description;
  }
}
