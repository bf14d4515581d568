package lastwords.engine.store;

import java.util.Arrays;

/** A list of ints that grows. */
public final class Ints {
  private int[] values = new int[16];
  private int size;

  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  public int get(int index) {
    return values[index];
  }

  public void set(int index, int value) {
    values[index] = value;
  }

  int removeLast() {
    return values[--size];
  }

  public boolean contains(int value) {
    return indexOf(value) >= 0;
  }

  private int indexOf(int value) {
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /** Removes a value, if it is there. */
  public void remove(int value) {
    int at = indexOf(value);
    if (at >= 0) {
      System.arraycopy(values, at + 1, values, at, --size - at);
    }
  }

  /** The values, with unused room after them. Shared. */
  public int[] array() {
    return values;
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  long bytes() {
    return 4L * values.length;
  }
}
