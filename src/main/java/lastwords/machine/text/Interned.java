package lastwords.machine.text;

import java.util.Arrays;

/**
 * Texts, numbered from 0 in the order in which they were added. A lookup takes no lock: a reader
 * that does not see yet what another thread has just added asks again under the owner's lock, under
 * which everything is added.
 */
final class Interned {
  /** Returned instead of a missing text. Compared by identity. */
  static final String NONE = new String();

  /** A text, its number, and the last run that produced it. */
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

  /** The number of a text; -1 if it is missing. */
  int number(String text) {
    return entry(text).number;
  }

  /** As above; also -1 if this run has not produced it yet. */
  int number(String text, int run) {
    Entry entry = entry(text);
    return entry.run == run ? entry.number : -1;
  }

  /** The text with this number; {@link #NONE} if there is none. */
  String text(int index) {
    String[] all = texts;
    String text = index >= 0 && index < all.length ? all[index] : null;
    return text == null ? NONE : text;
  }

  /** Marks a text as produced by a run. True if that run had not produced it before. */
  boolean first(String text, int run) {
    Entry entry = entry(text);
    boolean first = entry.run != run;
    entry.run = run;
    return first;
  }

  /** Adds a text. If it is already here, lookups still find its first number. */
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
      if (entry.text.hashCode() == text.hashCode() && entry.text.equals(text)) {
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
