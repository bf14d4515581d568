package lastwords.machine.text;

import java.util.Arrays;

/**
 * Texts, numbered from 0 in the order in which they came in. Looking one up takes no lock: who does
 * not see yet what another thread has just added, asks again with the owner's lock, under which all
 * is added.
 */
final class Interned {
  /** What there is instead of a text that is not here. Compared by identity. */
  static final String NONE = new String();

  /** A text, what number it stands for, and the last run that brought it forth. */
  private static final class Entry {
    final String text;
    final int number;
    int run;

    Entry(String text, int number, int run) {
      this.text = text;
      this.number = number;
      this.run = run;
    }
  }

  private static final Entry MISSING = new Entry(NONE, -1, 0);

  private volatile String[] texts = new String[32];
  private volatile Entry[] table = new Entry[64]; // at least half of it is empty
  private volatile int size;

  int size() {
    return size;
  }

  /** What the text was added as; -1 when it is not here. */
  int number(String text) {
    return entry(text).number;
  }

  /** The same; -1 also when that run has not brought it forth yet. */
  int number(String text, int run) {
    Entry entry = entry(text);
    return entry.run == run ? entry.number : -1;
  }

  /** The text that came in as this one; {@link #NONE} when it is not here. */
  String text(int index) {
    String[] all = texts;
    String text = index >= 0 && index < all.length ? all[index] : null;
    return text == null ? NONE : text;
  }

  /** A run brings forth a text that is here. True when that run has not done so before. */
  boolean first(String text, int run) {
    Entry entry = entry(text);
    boolean first = entry.run != run;
    entry.run = run;
    return first;
  }

  /** Adds a text. When it is here already, its first number stays the one that is found. */
  void add(String text, int number, int run) {
    texts = size < texts.length ? texts : Arrays.copyOf(texts, 2 * size);
    texts[size] = text;
    table = 2 * size < table.length ? table : grown(table);
    if (entry(text) == MISSING) {
      put(table, new Entry(text, number, run));
    }
    size++;
  }

  private Entry entry(String text) {
    Entry[] entries = table;
    int slot = slot(entries, text);
    for (Entry entry = entries[slot]; entry != null; entry = entries[slot]) {
      if (entry.text.equals(text)) {
        return entry;
      }
      slot = slot + 1 & entries.length - 1;
    }
    return MISSING;
  }

  private static void put(Entry[] entries, Entry entry) {
    int slot = slot(entries, entry.text);
    while (entries[slot] != null) {
      slot = slot + 1 & entries.length - 1;
    }
    entries[slot] = entry;
  }

  private static int slot(Entry[] entries, String text) {
    return text.hashCode() * 0x9E3779B9 >>> 7 & entries.length - 1;
  }

  private static Entry[] grown(Entry[] entries) {
    Entry[] larger = new Entry[2 * entries.length];
    for (Entry entry : entries) {
      if (entry != null) {
        put(larger, entry);
      }
    }
    return larger;
  }
}
