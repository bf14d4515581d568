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
 *
 * <p>A machine that is spread over processes has one of these in each, with an origin of its own:
 * numbers of different origins differ, so a word means the same text everywhere once its definition
 * has been handed over.
 */
public final class Texts {
  private final Texts base; // what was known before; it does not grow any more
  private final int baseStrings;
  private final int baseLists;
  private final List<String> strings = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<long[]> lists = new ArrayList<>();
  private final Map<Long, Integer> listNumbers = new LinkedHashMap<>();
  private final Map<Integer, String> foreign = new LinkedHashMap<>(); // of other origins
  private final Map<Integer, long[]> foreignLists = new LinkedHashMap<>();
  private final int origin;
  private long characters;

  /** How many processes a machine can be spread over. */
  public static final int ORIGINS = 63;

  private static final int ORIGIN_SHIFT = 24;

  /**
   * What a number of another origin means.
   *
   * @param number of the text
   * @param text itself
   */
  public record Definition(int number, String text) {}

  /**
   * What a list number of another origin means.
   *
   * @param number of the list
   * @param before the list without its last text
   * @param word the last text
   */
  public record ListDefinition(int number, int before, long word) {}

  /**
   * @param literals the image's strings, which keep their numbers
   */
  public Texts(List<String> literals) {
    base = null;
    baseStrings = 0;
    baseLists = 0;
    origin = 0;
    for (String literal : literals) {
      numbers.putIfAbsent(literal, strings.size());
      strings.add(literal);
    }
    lists.add(new long[] {0, 0});
  }

  /** All texts of another machine, which from here on interns no more, and room for more. */
  public Texts(Texts base) {
    this(base, 0);
  }

  /**
   * The same for one of several processes that the machine is spread over.
   *
   * @param origin 1 to {@link #ORIGINS}: which of them; 0 when there is but one
   */
  public Texts(Texts base, int origin) {
    if (origin < 0 || origin > ORIGINS) {
      throw new IllegalArgumentException("an origin is 0 to " + ORIGINS + ", not " + origin);
    }
    this.base = base;
    this.origin = origin;
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
    int number = origin << ORIGIN_SHIFT | baseStrings + strings.size();
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
    if (number < baseStrings) {
      return base.string(number);
    }
    return own(number) ? strings.get(index(number)) : foreign.getOrDefault(number, "");
  }

  /** Is that a number of this origin? */
  private boolean own(int number) {
    return number >>> ORIGIN_SHIFT == origin;
  }

  private int index(int number) {
    return (number & (1 << ORIGIN_SHIFT) - 1) - baseStrings;
  }

  private boolean known(int number) {
    if (number < 0) {
      return false;
    }
    boolean ours = own(number) && index(number) < strings.size();
    return number < baseStrings || ours || foreign.containsKey(number);
  }

  private long[] entry(int list) {
    if (list < baseLists) {
      return base.entry(list);
    }
    int index = (list & (1 << ORIGIN_SHIFT) - 1) - baseLists;
    return own(list) ? lists.get(index) : foreignLists.getOrDefault(list, NOTHING);
  }

  private static final long[] NOTHING = {0, 0};

  /** What another process has to know of these words, some of which may be texts. */
  public synchronized List<Definition> definitions(long... words) {
    List<Definition> definitions = List.of();
    for (long word : words) {
      int number = Pointer.object(word);
      if (isText(word) && number >= baseStrings) {
        definitions = definitions.isEmpty() ? new ArrayList<>() : definitions;
        definitions.add(new Definition(number, string(number)));
      }
    }
    return definitions;
  }

  /** What another process has to know of a list. */
  public synchronized List<ListDefinition> listDefinitions(int list) {
    LinkedList<ListDefinition> definitions = new LinkedList<>();
    for (int at = list; at != 0 && at >= baseLists; at = (int) entry(at)[0]) {
      definitions.addFirst(new ListDefinition(at, (int) entry(at)[0], entry(at)[1]));
    }
    return definitions;
  }

  /** Learns texts of other origins. */
  public synchronized void define(List<Definition> definitions) {
    for (Definition definition : definitions) {
      if (!own(definition.number())) {
        foreign.put(definition.number(), definition.text());
      }
    }
  }

  /** Learns lists of other origins. */
  public synchronized void defineLists(List<ListDefinition> definitions) {
    for (ListDefinition definition : definitions) {
      if (!own(definition.number())) {
        foreignLists.put(definition.number(), new long[] {definition.before(), definition.word()});
      }
    }
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
    return Pointer.tag(pointer) == Pointer.STRING && known(Pointer.object(pointer));
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
    int number = origin << ORIGIN_SHIFT | baseLists + lists.size();
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
