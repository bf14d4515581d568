package lastwords.machine.bus;

import java.util.Arrays;

/**
 * An operation's effects on parts other than the CPU that requested it, in order; a {@link Carrier}
 * carries them out. The list is reused for every step, and is sent between processes as words.
 */
public final class Effects {
  private static final int WAKE = 0;
  private static final int DELIVER = 1;
  private static final int TIMER = 2;
  private static final int UART_NEWS = 3;
  private static final int UART_DONE = 4;
  private static final int END = 5;
  private static final int DROPPED = 6;

  private static final int WIDTH = 5;
  private static final long[] NO_WORDS = {};

  private long[] entries = new long[WIDTH * 8];
  private int size;

  // ---- reported by parts: see Carrier ----

  public void wake(int cpu) {
    add(WAKE, cpu, 0, 0, 0);
  }

  public void deliver(int cpu, int vector, long nanos, int from) {
    add(DELIVER, cpu, vector, nanos, from);
  }

  public void timer(int cpu, int vector, long nanos) {
    add(TIMER, cpu, vector, nanos, 0);
  }

  public void uartNews(int port, long nanos) {
    add(UART_NEWS, port, 0, nanos, 0);
  }

  public void uartDone(int cpu, long characters) {
    add(UART_DONE, cpu, characters, 0, 0);
  }

  public void end(int how, int cpu) {
    add(END, how, cpu, 0, 0);
  }

  public void dropped(int cpu, int vector, int fault, int from) {
    add(DROPPED, cpu, vector, fault, from);
  }

  private void add(int kind, long a, long b, long c, long d) {
    int at = size * WIDTH;
    if (at == entries.length) {
      entries = Arrays.copyOf(entries, 2 * at);
    }
    entries[at] = kind;
    entries[at + 1] = a;
    entries[at + 2] = b;
    entries[at + 3] = c;
    entries[at + 4] = d;
    size++;
  }

  // ---- read by engines ----

  /** Carries out all effects, including those added meanwhile; the list is empty afterwards. */
  public void carryOut(Carrier carrier) {
    for (int i = 0; i < size; i++) {
      carryOut(i * WIDTH, carrier);
    }
    size = 0;
  }

  private void carryOut(int at, Carrier carrier) {
    int a = (int) entries[at + 1];
    long b = entries[at + 2];
    long c = entries[at + 3];
    long d = entries[at + 4];
    switch ((int) entries[at]) {
      case WAKE -> carrier.wake(a);
      case DELIVER -> carrier.deliver(a, (int) b, c, (int) d);
      case TIMER -> carrier.timer(a, (int) b, c);
      case UART_NEWS -> carrier.uartNews(a, c);
      case UART_DONE -> carrier.uartDone(a, b);
      case END -> carrier.end(a, (int) b);
      case DROPPED -> carrier.dropped(a, (int) b, (int) c, (int) d);
      default -> throw new IllegalStateException("no such effect: " + entries[at]);
    }
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /** Appends all effects of another list. */
  public void addAll(Effects other) {
    addAll(other.words());
  }

  /** All effects as words, to be sent to another process. */
  public long[] words() {
    return size == 0 ? NO_WORDS : Arrays.copyOf(entries, size * WIDTH);
  }

  /** Appends the effects in these {@link #words}. */
  public void addAll(long[] words) {
    for (int at = 0; at < words.length; at += WIDTH) {
      add((int) words[at], words[at + 1], words[at + 2], words[at + 3], words[at + 4]);
    }
  }
}
