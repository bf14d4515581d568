package lastwords.machine.part;

import java.util.List;
import java.util.stream.IntStream;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Request;
import lastwords.machine.text.Texts;

/**
 * A serial port that sends character by character at line speed. CPUs hand it text; if two send at
 * once, their characters alternate on the line. A CPU that is interrupted stops sending and
 * continues afterwards.
 */
public final class Uart implements Part {
  // Words 0, 1, 3, 4, 7, 8 and 9 belong to UartLine.
  private static final int CLOCK = 2; // time up to which sending is accounted for
  private static final int WEDGED = 5; // it sends nothing any more
  private static final int FACTOR = 6; // slowed down by this factor
  private static final int TRANSFERS = 10; // per CPU: text (0 none), limit in ns, characters sent
  private static final int TRANSFER_WORDS = 4;
  private static final int TEXT = 0;
  private static final int LIMIT = 1;
  private static final int SENT = 2;
  private static final int RETURNED = 3; // the carriage return before the next newline was sent

  private final MachineConfig.Uart config;
  private final int port;
  private final int cpus;
  private final Texts texts;
  private final UartLine line;
  private final String[] sending; // per CPU: the whole text, while characters are sent
  private int stopping = -1; // the CPU that is stopping its transfer right now
  private long[] state;
  private int at;

  public Uart(MachineConfig.Uart config, int port, int cpus, Texts texts) {
    this.config = config;
    this.port = port;
    this.cpus = cpus;
    this.texts = texts;
    this.line = new UartLine(texts);
    this.sending = new String[cpus];
  }

  @Override
  public int words() {
    return TRANSFERS + cpus * TRANSFER_WORDS;
  }

  @Override
  public int[] lists() {
    return new int[] {UartLine.LINES};
  }

  @Override
  public void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
    line.attach(newState, newAt);
  }

  @Override
  public void reset() {
    java.util.Arrays.fill(state, at, at + words(), 0);
    state[at + FACTOR] = 1;
  }

  @Override
  public void perform(Request request, long now, long draw, Effects effects) {
    load();
    stopping = request.operation == Operation.UART_STOP.ordinal() ? request.cpu : -1;
    advance(now, effects);
    switch (Operation.of(request.operation)) {
      case UART_TX -> start(request);
      case UART_STOP -> stop(request);
      default ->
          throw new IllegalStateException("no operation on a serial port: " + request.operation);
    }
    line.save();
    schedule(effects);
  }

  /** Called at the time that {@link Effects#uartNews} asked for. */
  public void elapsed(long now, Effects effects) {
    load();
    stopping = -1;
    advance(now, effects);
    line.save();
    schedule(effects);
  }

  private void load() {
    line.load();
    for (int cpu = 0; cpu < cpus; cpu++) {
      sending[cpu] = texts.whole(state[slot(cpu) + TEXT]);
    }
  }

  private void start(Request request) {
    int slot = slot(request.cpu);
    if (texts.whole(request.a).length() <= Pointer.offset(request.a)) {
      request.result = 0;
      return;
    }
    sending[request.cpu] = texts.whole(request.a);
    clear(slot);
    state[slot + TEXT] = request.a;
    if (instant()) {
      while (remaining(request.cpu) > 0) {
        send(request.cpu, remaining(request.cpu));
      }
      request.result = state[slot + SENT];
      clear(slot);
      return;
    }
    state[slot + LIMIT] = request.b * 1000;
    request.result = -1;
  }

  /**
   * Ends a transfer early; the answer is how many characters were sent. That may be all of them, if
   * the CPU does not know yet that the transfer is over.
   */
  private void stop(Request request) {
    int slot = slot(request.cpu);
    request.result = state[slot + SENT];
    clear(slot);
  }

  private void clear(int slot) {
    java.util.Arrays.fill(state, slot, slot + TRANSFER_WORDS, 0);
  }

  private boolean instant() {
    return config.charNanos() == 0 && state[at + WEDGED] == 0;
  }

  /**
   * Time per character; Long.MAX_VALUE if the port is wedged and its sender waits without limit.
   */
  private long charNanos(int cpu) {
    long limit = state[slot(cpu) + LIMIT];
    if (state[at + WEDGED] != 0) {
      return limit == 0 ? Long.MAX_VALUE : limit;
    }
    long nanos = config.charNanos() * state[at + FACTOR];
    return limit == 0 ? nanos : Math.min(nanos, limit);
  }

  private void advance(long now, Effects effects) {
    int cpu = next();
    while (cpu >= 0) {
      long nanos = charNanos(cpu);
      if (nanos == Long.MAX_VALUE || state[at + CLOCK] + nanos > now) {
        return;
      }
      long most = nanos == 0 ? remaining(cpu) : (now - state[at + CLOCK]) / nanos;
      state[at + CLOCK] += nanos * send(cpu, alone(cpu) ? most : 1);
      finish(cpu, effects);
      cpu = next();
    }
    state[at + CLOCK] = now;
  }

  private void finish(int cpu, Effects effects) {
    if (remaining(cpu) == 0 && cpu != stopping) {
      long sent = state[slot(cpu) + SENT];
      effects.uartDone(cpu, sent);
      clear(slot(cpu));
      state[slot(cpu) + SENT] = sent;
    }
  }

  /** The CPU whose character is next: senders take turns. */
  private int next() {
    int last = (int) state[at + UartLine.TURN];
    for (int i = 1; i <= cpus; i++) {
      int cpu = (last + i) % cpus;
      if (remaining(cpu) > 0) {
        return cpu;
      }
    }
    return -1;
  }

  /** Does no other CPU send? */
  private boolean alone(int cpu) {
    return IntStream.range(0, cpus).noneMatch(other -> other != cpu && remaining(other) > 0);
  }

  /**
   * Sends a newline, the carriage return before it, or the characters up to there, but no more than
   * {@code most}, at least 1. Returns how many that were.
   */
  private int send(int cpu, long most) {
    int slot = slot(cpu);
    String text = sending[cpu];
    int offset = Pointer.offset(state[slot + TEXT]);
    boolean newline = text.charAt(offset) == '\n';
    if (newline && state[slot + RETURNED] == 0 && config.charNanos() > 0) {
      state[slot + RETURNED] = 1;
      return 1;
    }
    int next = newline ? offset + 1 : text.indexOf('\n', offset);
    int end = (int) Math.min(next < 0 ? text.length() : next, offset + most);
    line.put(cpu, text, offset, end, inTime(cpu));
    state[slot + RETURNED] = 0;
    state[slot + TEXT] += end - offset;
    state[slot + SENT] += end - offset;
    return end - offset;
  }

  private boolean inTime(int cpu) {
    long limit = state[slot(cpu) + LIMIT];
    return state[at + WEDGED] == 0
        && (limit == 0 || config.charNanos() * state[at + FACTOR] <= limit);
  }

  private int remaining(int cpu) {
    long text = state[slot(cpu) + TEXT];
    return text == 0 ? 0 : sending[cpu].length() - Pointer.offset(text);
  }

  /** Asks to be called again when the first of the senders may have finished. */
  private void schedule(Effects effects) {
    long first = Long.MAX_VALUE;
    int senders = 0;
    for (int cpu = 0; cpu < cpus; cpu++) {
      if (sends(cpu)) {
        senders++;
        first = Math.min(first, charNanos(cpu) * lineTime(cpu));
      }
    }
    if (first != Long.MAX_VALUE) {
      effects.uartNews(port, state[at + CLOCK] + Math.max(1, first * senders));
    }
  }

  /** Characters still to be sent for this CPU; a newline counts as two. */
  private long lineTime(int cpu) {
    String text = sending[cpu];
    long newlines = 0;
    for (int i = Pointer.offset(state[slot(cpu) + TEXT]); i < text.length(); i++) {
      newlines += text.charAt(i) == '\n' ? 1 : 0;
    }
    return remaining(cpu) + newlines - state[slot(cpu) + RETURNED];
  }

  private int slot(int cpu) {
    return at + TRANSFERS + cpu * TRANSFER_WORDS;
  }

  /** Is this CPU's text being sent, however slowly? */
  public boolean sends(int cpu) {
    return state[slot(cpu) + TEXT] != 0 && charNanos(cpu) != Long.MAX_VALUE;
  }

  /**
   * Sends this CPU's characters up to the middle or the end of a line, whichever comes first: for
   * engines without a clock. The cut in the middle is where another CPU's text or an interrupt can
   * intervene.
   */
  public void sendPart(int cpu, Effects effects) {
    load();
    stopping = -1;
    int offset = Pointer.offset(state[slot(cpu) + TEXT]);
    int end = cut(sending[cpu], offset);
    while (remaining(cpu) > 0 && offset < end) {
      send(cpu, end - offset);
      offset = Pointer.offset(state[slot(cpu) + TEXT]);
    }
    finish(cpu, effects);
    line.save();
  }

  private static int cut(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int newline = text.indexOf('\n', offset);
    int end = newline < 0 ? text.length() : newline + 1;
    int middle = (start + end) / 2;
    return offset < middle ? middle : end;
  }

  /** Clears the clock, and counts of which only zero or not matters. */
  public void forget() {
    state[at + CLOCK] = 0;
    for (int cpu = 0; cpu < cpus; cpu++) {
      state[slot(cpu) + SENT] *= state[slot(cpu) + TEXT] == 0 ? 0 : 1;
    }
    line.forget();
  }

  /** Writes its slice with two CPUs swapped. */
  public void swap(CpuPermutation swap, long[] from, long[] image) {
    if (from[at + UartLine.PARTIAL] != 0) {
      image[at + UartLine.TURN] = swap.cpu((int) from[at + UartLine.TURN]);
    }
    for (int cpu = 0; cpu < cpus; cpu++) {
      System.arraycopy(from, slot(cpu), image, slot(swap.cpu(cpu)), TRANSFER_WORDS);
    }
  }

  /** Sets the line's clock to zero: after boot, which takes no time. */
  public void rewind() {
    state[at + CLOCK] = 0;
  }

  /** From now on the port sends nothing, or sends again. */
  public void wedge(boolean wedged) {
    state[at + WEDGED] = wedged ? 1 : 0;
  }

  /** Is it wedged: does it send nothing any more? */
  public boolean wedged() {
    return state[at + WEDGED] != 0;
  }

  /** From now on a character takes this many times as long. */
  public void slow(int factor) {
    state[at + FACTOR] = factor;
  }

  /** From now on there is noise on the line, or none. */
  public void garble(boolean noise) {
    line.garble(noise);
  }

  public String name() {
    return config.name();
  }

  MachineConfig.UartType type() {
    return config.type();
  }

  /** The lines sent so far; the last one may be incomplete. */
  public List<String> lines() {
    return line.lines();
  }

  /** Were characters of two CPUs mixed in a line, or was there noise? */
  public boolean garbled() {
    return line.garbled();
  }
}
