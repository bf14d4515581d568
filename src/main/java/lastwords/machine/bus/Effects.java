package lastwords.machine.bus;

import lastwords.machine.part.Firmware;
import lastwords.machine.part.Uart;

/**
 * What an operation does to others than the CPU that asked. An engine carries it out, in the order
 * given.
 */
public final class Effects {
  /** A word or lock that CPU a waits for has changed. */
  public static final int WAKE = 0;

  /** Interrupt with vector b, from CPU d, becomes pending at CPU a after c ns. */
  public static final int DELIVER = 1;

  /** CPU a's one-shot timer raises vector b after c ns; it replaces the one that was set. */
  public static final int TIMER = 2;

  /** Serial port a has news at time c: see {@link Uart#elapsed}. */
  public static final int UART = 3;

  /** The serial port's transfer for CPU a is over: b characters went out in time. */
  public static final int UART_DONE = 4;

  /** The machine ends as a says ({@link Firmware} END_…). */
  public static final int END = 5;

  /** An interrupt with vector b for CPU a, from CPU d, was lost by fault rule c. */
  public static final int DROPPED = 6;

  private static final int WIDTH = 5;
  private long[] entries = new long[WIDTH * 8];
  private int size;

  public void clear() {
    size = 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  public void add(int kind, long a, long b, long c, long d) {
    int at = size * WIDTH;
    if (at == entries.length) {
      entries = java.util.Arrays.copyOf(entries, 2 * at);
    }
    entries[at] = kind;
    entries[at + 1] = a;
    entries[at + 2] = b;
    entries[at + 3] = c;
    entries[at + 4] = d;
    size++;
  }

  /** Adds all entries of another list at the end of this one. */
  public void addAll(Effects other) {
    for (int i = 0; i < other.size; i++) {
      add(other.kind(i), other.a(i), other.b(i), other.c(i), other.d(i));
    }
  }

  public int kind(int i) {
    return (int) entries[i * WIDTH];
  }

  /** All entries, to be sent to another process. */
  public long[] words() {
    return size == 0 ? NO_WORDS : java.util.Arrays.copyOf(entries, size * WIDTH);
  }

  private static final long[] NO_WORDS = {};

  /** Adds what {@link #words} gave. */
  public void addAll(long[] words) {
    for (int at = 0; at < words.length; at += WIDTH) {
      add((int) words[at], words[at + 1], words[at + 2], words[at + 3], words[at + 4]);
    }
  }

  public long a(int i) {
    return entries[i * WIDTH + 1];
  }

  public long b(int i) {
    return entries[i * WIDTH + 2];
  }

  public long c(int i) {
    return entries[i * WIDTH + 3];
  }

  public long d(int i) {
    return entries[i * WIDTH + 4];
  }
}
