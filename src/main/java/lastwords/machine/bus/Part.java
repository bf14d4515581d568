package lastwords.machine.bus;

import lastwords.machine.text.Texts;

/** A part that CPUs operate on: code over its own slice of the machine's state. */
public interface Part {
  /** Number of state words that it needs. */
  int words();

  /** Gives it its slice: {@link #words()} words of {@code state} starting at {@code at}. */
  void attach(long[] state, int at);

  /** Which of its words hold list numbers ({@link Texts}), counted from its first word. */
  default int[] lists() {
    return new int[0];
  }

  /** Resets it to its state at power-on. */
  void reset();

  /**
   * Performs one operation and leaves the answer in the request.
   *
   * @param now emulated time in ns
   * @param draw this step's random number
   * @param effects receives its effects on other parts
   */
  void perform(Request request, long now, long draw, Effects effects);
}
