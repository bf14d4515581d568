package lastwords.machine;

import java.util.ArrayList;
import java.util.List;

/** Persistent RAM: dump records that survive a reset. */
public final class Pram implements Part {
  private static final int NO_SPACE = -28;
  private static final int IO_ERROR = -5;
  private static final int FAILING = 0;
  private static final int FULL = 1;
  private static final int CUT = 2; // records that did not fit whole
  private static final int TRIED = 3;
  private static final int FACTOR = 4; // slower by this factor
  private static final int ZONES = 5; // one text each

  private final MachineConfig.Pram config;
  private final Texts texts;
  private long[] state;
  private int at;

  Pram(MachineConfig.Pram config, Texts texts) {
    this.config = config;
    this.texts = texts;
  }

  @Override
  public int words() {
    return ZONES + config.zones();
  }

  @Override
  public void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
  }

  @Override
  public void reset() {
    java.util.Arrays.fill(state, at, at + words(), 0);
    state[at + FACTOR] = 1;
  }

  @Override
  public void perform(Request request, long now, long draw, Effects effects) {
    state[at + TRIED]++;
    request.result = write(request.target, texts.text(request.a));
  }

  private long write(long zone, String text) {
    if (state[at + FAILING] != 0) {
      return IO_ERROR;
    }
    if (state[at + FULL] != 0 || zone < 0 || zone >= config.zones()) {
      return NO_SPACE;
    }
    String fitting = text.substring(0, Math.min(text.length(), config.recordSize()));
    state[at + CUT] += fitting.length() < text.length() ? 1 : 0;
    state[at + ZONES + (int) zone] = texts.pointer(fitting);
    return fitting.length();
  }

  /** Forgets what nobody looks at. */
  void forget() {
    state[at + TRIED] = 0;
  }

  /** From now on writing fails with -EIO, or works again. */
  public void fail(boolean failing) {
    state[at + FAILING] = failing ? 1 : 0;
  }

  /** From now on there is no room, or there is again. */
  public void fill(boolean full) {
    state[at + FULL] = full ? 1 : 0;
  }

  /** From now on writing takes so many times as long. */
  public void slow(int factor) {
    state[at + FACTOR] = factor;
  }

  /** How many times as long as usual writing takes. */
  public int factor() {
    return (int) state[at + FACTOR];
  }

  public int zones() {
    return config.zones();
  }

  public int recordSize() {
    return config.recordSize();
  }

  /** Was a record cut to fit? */
  public boolean truncated() {
    return state[at + CUT] != 0;
  }

  /** What stands in it: one text a written zone. */
  public List<String> records() {
    List<String> records = new ArrayList<>();
    for (int zone = 0; zone < config.zones(); zone++) {
      if (state[at + ZONES + zone] != 0) {
        records.add(texts.text(state[at + ZONES + zone]));
      }
    }
    return List.copyOf(records);
  }
}
