package lastwords.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.Pointer;

/**
 * The texts of a machine. A text is interned once and is one word in the machine's state; so is a
 * list of texts, which grows at its end (a console's lines). Numbers depend on the order of
 * interning and are never shown.
 */
public final class Texts {
  private final Texts base; // what was known before; it does not grow any more
  private final int baseStrings;
  private final int baseLists;
  private final List<String> strings = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<long[]> lists = new ArrayList<>();
  private final Map<Long, Integer> listNumbers = new LinkedHashMap<>();
  private long characters;

  /**
   * @param literals the image's strings, which keep their numbers
   */
  public Texts(List<String> literals) {
    base = null;
    baseStrings = 0;
    baseLists = 0;
    for (String literal : literals) {
      numbers.putIfAbsent(literal, strings.size());
      strings.add(literal);
    }
    lists.add(new long[] {0, 0});
  }

  /** All texts of another machine, which from here on interns no more, and room for more. */
  public Texts(Texts base) {
    this.base = base;
    baseStrings = base.baseStrings + base.strings.size();
    baseLists = base.baseLists + base.lists.size();
  }

  /** How many characters this machine has brought forth. */
  public synchronized long characters() {
    return characters;
  }

  /** A pointer to this text; 0 (NULL) never. */
  public synchronized long pointer(String text) {
    int known = number(text);
    if (known >= 0) {
      return Pointer.of(Pointer.STRING, known);
    }
    int number = baseStrings + strings.size();
    characters += text.length();
    numbers.put(text, number);
    strings.add(text);
    return Pointer.of(Pointer.STRING, number);
  }

  private int number(String text) {
    Integer number = numbers.get(text);
    if (number != null) {
      return number;
    }
    return base == null ? -1 : base.number(text);
  }

  private String string(int number) {
    return number < baseStrings ? base.string(number) : strings.get(number - baseStrings);
  }

  private long[] entry(int list) {
    return list < baseLists ? base.entry(list) : lists.get(list - baseLists);
  }

  /**
   * The text from a STRING pointer's character on; empty for 0 and for anything that is no text.
   */
  public synchronized String text(long pointer) {
    if (!isText(pointer)) {
      return "";
    }
    String whole = string(Pointer.object(pointer));
    int offset = Pointer.offset(pointer);
    return offset == 0 ? whole : whole.substring(Math.min(offset, whole.length()));
  }

  /** The whole interned string that a STRING pointer points into; empty for 0. */
  public synchronized String whole(long pointer) {
    return isText(pointer) ? string(Pointer.object(pointer)) : "";
  }

  /** Does this word point to a text of this machine? */
  public synchronized boolean isText(long pointer) {
    int number = Pointer.object(pointer);
    return Pointer.tag(pointer) == Pointer.STRING
        && number >= 0
        && number < baseStrings + strings.size();
  }

  /** The list with one more text (any word) at its end. List 0 is empty. */
  public synchronized int append(int list, long word) {
    long key = ((long) list << 40) ^ (word * 0x9E3779B97F4A7C15L >>> 3);
    int known = listNumber(key);
    while (known >= 0 && !holds(known, list, word)) {
      key += 0x5851F42D4C957F2DL;
      known = listNumber(key);
    }
    if (known >= 0) {
      return known;
    }
    int number = baseLists + lists.size();
    lists.add(new long[] {list, word});
    listNumbers.put(key, number);
    return number;
  }

  private int listNumber(long key) {
    Integer number = listNumbers.get(key);
    if (number != null) {
      return number;
    }
    return base == null ? -1 : base.listNumber(key);
  }

  private boolean holds(int number, int list, long word) {
    long[] entry = entry(number);
    return entry[0] == list && entry[1] == word;
  }

  /** The texts of a list, first to last. */
  public synchronized List<String> list(int number) {
    LinkedList<String> texts = new LinkedList<>();
    for (int at = number; at != 0; at = (int) entry(at)[0]) {
      texts.addFirst(text(entry(at)[1]));
    }
    return List.copyOf(texts);
  }
}
