package lastwords.machine.bus;

import lastwords.machine.text.Texts;

/** A part that CPUs operate on: code over its own slice of the machine's state. */
public interface Part {
  /** Words of state it needs. */
  int words();

  /** Gives it its slice: {@link #words()} words of {@code state} from {@code at} on. */
  void attach(long[] state, int at);

  /** Which of its words are numbers of text lists ({@link Texts}), from its first word on. */
  default int[] lists() {
    return new int[0];
  }

  /** Writes its state at power on. */
  void reset();

  /**
   * Does one operation and leaves the answer in the request.
   *
   * @param now emulated time in ns
   * @param draw this step's random number
   * @param effects takes what this does to others
   */
  void perform(Request request, long now, long draw, Effects effects);
}
