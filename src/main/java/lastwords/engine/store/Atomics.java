package lastwords.engine.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Atomic access to single words of arrays that several workers share. */
final class Atomics {
  private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

  private Atomics() {}

  static int get(int[] array, int index) {
    return (int) INTS.getAcquire(array, index);
  }

  static void set(int[] array, int index, int value) {
    INTS.setRelease(array, index, value);
  }

  static boolean claim(int[] array, int index, int claimed) {
    return INTS.compareAndSet(array, index, 0, claimed);
  }

  static int next(int[] array, int index) {
    return (int) INTS.getAndAdd(array, index, 1);
  }
}
