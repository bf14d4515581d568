package lastwords.engine;

import java.util.Arrays;

/** Future events: a binary heap, the earliest first, equal times in the order of insertion. */
final class EventQueue {
  private static final int WIDTH = 6;
  private static final int TIME = 0;
  private static final int ORDER = 1;
  private static final int KIND = 2;

  private long[] heap = new long[WIDTH * 16];
  private int size;
  private long order;

  boolean isEmpty() {
    return size == 0;
  }

  /** The time of the first event; Long.MAX_VALUE if there is none. */
  long time() {
    return size == 0 ? Long.MAX_VALUE : heap[TIME];
  }

  int kind() {
    return (int) heap[KIND];
  }

  long a() {
    return heap[KIND + 1];
  }

  long b() {
    return heap[KIND + 2];
  }

  long c() {
    return heap[KIND + 3];
  }

  void add(long time, int kind, long a, long b, long c) {
    int at = size++ * WIDTH;
    if (at == heap.length) {
      heap = Arrays.copyOf(heap, 2 * at);
    }
    heap[at] = time;
    heap[at + ORDER] = order++;
    heap[at + KIND] = kind;
    heap[at + KIND + 1] = a;
    heap[at + KIND + 2] = b;
    heap[at + KIND + 3] = c;
    up(size - 1);
  }

  void remove() {
    size--;
    System.arraycopy(heap, size * WIDTH, heap, 0, WIDTH);
    down();
  }

  private void up(int start) {
    int i = start;
    while (i > 0 && before(i, (i - 1) / 2)) {
      swap(i, (i - 1) / 2);
      i = (i - 1) / 2;
    }
  }

  private void down() {
    int i = 0;
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      child = child + 1 < size && before(child + 1, child) ? child + 1 : child;
      if (!before(child, i)) {
        return;
      }
      swap(i, child);
      i = child;
    }
  }

  private boolean before(int i, int j) {
    long one = heap[i * WIDTH];
    long other = heap[j * WIDTH];
    return one != other ? one < other : heap[i * WIDTH + ORDER] < heap[j * WIDTH + ORDER];
  }

  private void swap(int i, int j) {
    for (int k = 0; k < WIDTH; k++) {
      long word = heap[i * WIDTH + k];
      heap[i * WIDTH + k] = heap[j * WIDTH + k];
      heap[j * WIDTH + k] = word;
    }
  }
}
