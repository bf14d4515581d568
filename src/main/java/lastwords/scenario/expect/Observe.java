package lastwords.scenario.expect;

/** How often an expected outcome should occur among the runs, as in the kernel's litmus tests. */
public enum Observe {
  /** In every run. */
  ALWAYS("always"),
  /** In at least one run, but not necessarily in all. */
  SOMETIMES("sometimes"),
  /** In no run. */
  NEVER("never");

  private final String word;

  Observe(String word) {
    this.word = word;
  }

  /** Its word in scenario files. */
  public String word() {
    return word;
  }
}
