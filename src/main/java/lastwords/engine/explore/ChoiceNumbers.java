package lastwords.engine.explore;

import java.util.Arrays;

/** Numbers for the few choices that there are, so that each transition needs to keep two bytes. */
final class ChoiceNumbers {
  private static final int MOST = 1 << 15;

  private volatile int[] byNumber = new int[0];
  private volatile int[] table = new int[1 << 8]; // number + 1, at a place that the choice tells

  int of(int choice) {
    int[] slots = table;
    int[] choices = byNumber;
    int slot = slot(choice, slots);
    while (slots[slot] != 0) {
      int number = slots[slot] - 1;
      if (number < choices.length && choices[number] == choice) {
        return number;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return learn(choice);
  }

  private static int slot(int choice, int[] slots) {
    return (choice * 0x9E3779B9 >>> 8) & slots.length - 1;
  }

  private synchronized int learn(int choice) {
    for (int number = 0; number < byNumber.length; number++) {
      if (byNumber[number] == choice) {
        return number;
      }
    }
    int[] more = Arrays.copyOf(byNumber, byNumber.length + 1);
    more[byNumber.length] = choice;
    if (more.length > MOST) {
      throw new IllegalStateException("more than " + MOST + " different choices");
    }
    byNumber = more;
    table = table(more);
    return more.length - 1;
  }

  private int[] table(int[] choices) {
    int[] slots = new int[choices.length * 2 > table.length ? 2 * table.length : table.length];
    for (int number = 0; number < choices.length; number++) {
      int slot = slot(choices[number], slots);
      while (slots[slot] != 0) {
        slot = slot + 1 & slots.length - 1;
      }
      slots[slot] = number + 1;
    }
    return slots;
  }

  int choice(int number) {
    return byNumber[number];
  }
}
