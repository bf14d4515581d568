package lastwords.machine.part;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Request;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.text.Texts;

/** Persistent RAM: dump records that survive a reset. */
public final class Pram implements Part {
  private static final int NO_SPACE = -28;
  private static final int IO_ERROR = -5;
  private static final int FAILING = 0;
  private static final int FULL = 1;
  private static final int TRIED = 2;
  private static final int FACTOR = 3; // slowed down by this factor
  private static final int ZONES = 4; // per zone: its text, and who wrote it
  private static final int ZONE_WORDS = 2;
  private static final int CUT = 1; // it was truncated
  private static final int PANICKED = 2; // its writer had reported a panic
  private static final int WRITER = 2; // shift: CPU + 1 that had reported an oops or a panic

  private final MachineConfig.Pram config;
  private final Texts texts;
  private long[] state;
  private int at;

  public Pram(MachineConfig.Pram config, Texts texts) {
    this.config = config;
    this.texts = texts;
  }

  @Override
  public int words() {
    return ZONES + ZONE_WORDS * config.zones();
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
    request.result = write(request.target, texts.text(request.a), writer(request));
  }

  /** The writer, according to its CPU's flags. */
  private static long writer(Request request) {
    boolean panics = (request.b & CpuWords.PANICS) != 0;
    return request.b == 0 ? 0 : request.cpu + 1L << WRITER | (panics ? PANICKED : 0);
  }

  private long write(long zone, String text, long writer) {
    if (state[at + FAILING] != 0) {
      return IO_ERROR;
    }
    if (state[at + FULL] != 0 || zone < 0 || zone >= config.zones()) {
      return NO_SPACE;
    }
    String fitting = text.substring(0, Math.min(text.length(), config.recordSize()));
    state[text((int) zone)] = texts.pointer(fitting);
    state[text((int) zone) + 1] = writer | (fitting.length() < text.length() ? CUT : 0);
    return fitting.length();
  }

  /** Clears what is never read. */
  public void forget() {
    state[at + TRIED] = 0;
  }

  /** From now on writing fails with -EIO, or works again. */
  public void fail(boolean failing) {
    state[at + FAILING] = failing ? 1 : 0;
  }

  /** From now on there is no room, or there is room again. */
  public void fill(boolean full) {
    state[at + FULL] = full ? 1 : 0;
  }

  /** From now on writing takes this many times as long. */
  public void slow(int factor) {
    state[at + FACTOR] = factor;
  }

  /** How many times longer than usual writing takes. */
  public int factor() {
    return (int) state[at + FACTOR];
  }

  public int zones() {
    return config.zones();
  }

  public int recordSize() {
    return config.recordSize();
  }

  /** Where a zone's text is. */
  private int text(int zone) {
    return at + ZONES + ZONE_WORDS * zone;
  }

  /**
   * A record.
   *
   * @param cut was it truncated?
   * @param writer the CPU that wrote it, if it had reported an oops or a panic; otherwise -1
   * @param panicked had it reported a panic?
   */
  public record Written(String text, boolean cut, int writer, boolean panicked) {}

  /** Its contents: the written zones, in order. */
  public List<Written> written() {
    List<Written> written = new ArrayList<>();
    for (int zone = 0; zone < config.zones(); zone++) {
      long text = state[text(zone)];
      long by = state[text(zone) + 1];
      if (text != 0) {
        boolean panicked = (by & PANICKED) != 0;
        int writer = (int) (by >>> WRITER) - 1;
        written.add(new Written(texts.text(text), (by & CUT) != 0, writer, panicked));
      }
    }
    return List.copyOf(written);
  }

  /** The texts of the written zones. */
  public List<String> records() {
    return written().stream().map(Written::text).toList();
  }

  /** Writes its slice with two CPUs swapped. */
  public void swap(CpuPermutation swap, long[] from, long[] image) {
    for (int zone = 0; zone < config.zones(); zone++) {
      long by = from[text(zone) + 1];
      long moved = swap.cpu((int) (by >>> WRITER) - 1) + 1L << WRITER;
      image[text(zone) + 1] = by & (CUT | PANICKED) | moved;
    }
  }
}
