package lastwords.scenario.expect;

/** How often an expected outcome is to be seen among the runs, as in the kernel's litmus tests. */
public enum Observe {
  /** In every run. */
  ALWAYS("always"),
  /** In at least one run, not necessarily in all. */
  SOMETIMES("sometimes"),
  /** In no run. */
  NEVER("never");

  private final String word;

  Observe(String word) {
    this.word = word;
  }

  /** The word in scenario files. */
  public String word() {
    return word;
  }
}
