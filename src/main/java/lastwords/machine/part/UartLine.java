package lastwords.machine.part;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.text.Texts;

/** The output of a serial port: its complete lines, and the current one. */
final class UartLine {
  static final int LINES = 0; // list of complete lines
  static final int PARTIAL = 1; // text of the current line
  static final int TURN = 3; // CPU that sent the last character
  private static final int MIXED = 4; // lines in which characters of two CPUs are mixed
  private static final int GARBLE = 7; // 1: every NOISE_PERIOD-th character is noise
  private static final int LINE_MIXED = 8; // the current line has characters of two CPUs
  private static final int COUNT = 9; // characters sent, for GARBLE
  private static final int NOISE_PERIOD = 7;

  private final Texts texts;
  private final StringBuilder line = new StringBuilder(); // PARTIAL, while characters are sent
  private long[] state;
  private int at;

  UartLine(Texts texts) {
    this.texts = texts;
  }

  void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
  }

  void load() {
    line.setLength(0);
    line.append(texts.whole(state[at + PARTIAL]));
  }

  void save() {
    state[at + PARTIAL] = line.length() == 0 ? 0 : texts.pointer(line.toString());
  }

  /**
   * Characters of a CPU are sent.
   *
   * @param text that has them from one index to another: a newline, or none
   * @param inTime false if the sender has given up waiting for the port
   */
  void put(int cpu, String text, int from, int to, boolean inTime) {
    if (state[at + TURN] != cpu && line.length() > 0) {
      state[at + LINE_MIXED] = 1;
    }
    state[at + TURN] = cpu;
    if (!inTime) {
      return;
    }
    if (text.charAt(from) == '\n') {
      end();
    } else if (state[at + GARBLE] == 0) {
      line.append(text, from, to);
    } else {
      text.substring(from, to).chars().forEach(character -> line.append(noisy((char) character)));
    }
  }

  private char noisy(char character) {
    return ++state[at + COUNT] % NOISE_PERIOD == 0 ? '#' : character;
  }

  private void end() {
    state[at + LINES] = texts.append((int) state[at + LINES], texts.pointer(line.toString()));
    line.setLength(0);
    state[at + MIXED] += state[at + LINE_MIXED];
    state[at + LINE_MIXED] = 0;
  }

  /** Clears counts of which only zero or not matters. */
  void forget() {
    state[at + MIXED] = Math.min(1, state[at + MIXED]);
    if (state[at + PARTIAL] == 0) {
      state[at + TURN] = 0;
    }
  }

  /** From now on there is noise on the line, or none. */
  void garble(boolean noise) {
    state[at + MIXED] += noise ? 0 : state[at + GARBLE]; // earlier noise still counts
    state[at + GARBLE] = noise ? 1 : 0;
  }

  /** Were characters of two CPUs mixed in a line, or was there noise? */
  boolean garbled() {
    return state[at + MIXED] + state[at + LINE_MIXED] + state[at + GARBLE] > 0;
  }

  /** The lines so far; the last one may be incomplete. */
  List<String> lines() {
    List<String> all = new ArrayList<>(texts.list((int) state[at + LINES]));
    if (state[at + PARTIAL] != 0) {
      all.add(texts.text(state[at + PARTIAL]));
    }
    return List.copyOf(all);
  }
}
