package lastwords.machine.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.Pointer;

/**
 * The texts of a machine. A text is interned once and is one word in the machine's state; so is a
 * list of texts, to which texts are appended (a console's lines). Numbers depend on the order of
 * interning and are never shown.
 *
 * <p>A machine that is spread over processes has one instance in each, with its own origin: numbers
 * of different origins differ, so a word means the same text everywhere once its definition has
 * been passed on.
 */
public final class Texts {
  private final Texts base; // the texts of the original, which no longer grows
  private final int baseStrings;
  private final int baseLists;
  private final Interned strings = new Interned();
  private final List<long[]> lists = new ArrayList<>();
  private final Map<Long, Integer> listNumbers = new LinkedHashMap<>();
  private final Map<Integer, String> foreign = new LinkedHashMap<>(); // of other origins
  private final Map<Integer, long[]> foreignLists = new LinkedHashMap<>();
  private final int origin;
  private volatile long characters;
  private long kept; // characters kept, of all runs
  private int run;

  /** The maximum number of processes that a machine can be spread over. */
  public static final int ORIGINS = 63;

  private static final int ORIGIN_SHIFT = 24;

  /**
   * The definition of a text number of another origin.
   *
   * @param number of the text
   * @param text itself
   */
  public record Definition(int number, String text) {}

  /**
   * The definition of a list number of another origin.
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
      strings.add(literal, strings.size(), run);
    }
    lists.add(new long[] {0, 0});
  }

  /** All texts of another machine, which interns no more from now on, and room for more. */
  public Texts(Texts base) {
    this(base, 0);
  }

  /**
   * As above, for one of several processes that the machine is spread over.
   *
   * @param origin 1 to {@link #ORIGINS}: which of them; 0 if there is only one
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

  /**
   * Starts another run on the same machine. Texts of earlier runs are kept, so that they need not
   * be made again, but behave as if they were gone. Only for machines with one thread.
   */
  public synchronized void begin() {
    run++;
    characters = 0;
  }

  /** Number of characters that this machine has produced in this run. */
  public long characters() {
    return characters;
  }

  /** Number of characters that are kept, of all runs. */
  public synchronized long kept() {
    return kept;
  }

  /** A pointer to this text; never 0 (NULL). */
  public long pointer(String text) {
    int known = base == null ? -1 : base.number(text);
    known = known < 0 ? strings.number(text, run) : known;
    return Pointer.of(Pointer.STRING, known < 0 ? own(text) : known);
  }

  private int number(String text) {
    int number = strings.number(text);
    return number >= 0 || base == null ? number : base.number(text);
  }

  private synchronized int own(String text) {
    int known = strings.number(text);
    if (known < 0) {
      known = origin << ORIGIN_SHIFT | baseStrings + strings.size();
      strings.add(text, known, run);
      characters += text.length();
      kept += text.length();
    } else if (strings.first(text, run)) {
      characters += text.length();
    }
    return known;
  }

  /** The text with this number; {@link Interned#NONE} if there is none. */
  private String string(int number) {
    if (number >= 0 && number < baseStrings) {
      return base.string(number);
    }
    String text = own(number) ? strings.text(index(number)) : Interned.NONE;
    return text == Interned.NONE ? late(number) : text;
  }

  /** A text of another origin, or one that another thread has just added. */
  private synchronized String late(int number) {
    return own(number) ? strings.text(index(number)) : foreign.getOrDefault(number, Interned.NONE);
  }

  /** Is this a number of this origin? */
  private boolean own(int number) {
    return number >>> ORIGIN_SHIFT == origin;
  }

  private int index(int number) {
    return (number & (1 << ORIGIN_SHIFT) - 1) - baseStrings;
  }

  private long[] entry(int list) {
    if (list < baseLists) {
      return base.entry(list);
    }
    int index = (list & (1 << ORIGIN_SHIFT) - 1) - baseLists;
    return own(list) ? lists.get(index) : foreignLists.getOrDefault(list, NOTHING);
  }

  private static final long[] NOTHING = {0, 0};

  /** The definitions that another process needs for these words, some of which may be texts. */
  public List<Definition> definitions(long... words) {
    for (long word : words) {
      if (Pointer.tag(word) == Pointer.STRING) {
        return definitionsOf(words);
      }
    }
    return List.of();
  }

  private synchronized List<Definition> definitionsOf(long... words) {
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

  /** The definitions that another process needs for a list. */
  public synchronized List<ListDefinition> listDefinitions(int list) {
    LinkedList<ListDefinition> definitions = new LinkedList<>();
    for (int at = list; at != 0 && at >= baseLists; at = (int) entry(at)[0]) {
      definitions.addFirst(new ListDefinition(at, (int) entry(at)[0], entry(at)[1]));
    }
    return definitions;
  }

  /** Adds texts of other origins. */
  public synchronized void define(List<Definition> definitions) {
    for (Definition definition : definitions) {
      if (!own(definition.number())) {
        foreign.put(definition.number(), definition.text());
      }
    }
  }

  /** Adds lists of other origins. */
  public synchronized void defineLists(List<ListDefinition> definitions) {
    for (ListDefinition definition : definitions) {
      if (!own(definition.number())) {
        foreignLists.put(definition.number(), new long[] {definition.before(), definition.word()});
      }
    }
  }

  /**
   * The text from a STRING pointer's position on; empty for 0 and for anything that is not a text.
   */
  public String text(long pointer) {
    String whole = whole(pointer);
    int offset = Pointer.offset(pointer);
    return offset == 0 || whole.isEmpty()
        ? whole
        : whole.substring(Math.min(offset, whole.length()));
  }

  /** The whole interned string that a STRING pointer points into; empty for 0. */
  public String whole(long pointer) {
    boolean tagged = Pointer.tag(pointer) == Pointer.STRING;
    String text = tagged ? string(Pointer.object(pointer)) : Interned.NONE;
    return text == Interned.NONE ? "" : text;
  }

  /** Is this word a pointer to a text of this machine? */
  public boolean isText(long pointer) {
    return Pointer.tag(pointer) == Pointer.STRING
        && string(Pointer.object(pointer)) != Interned.NONE;
  }

  /** The list with another text (any word) appended. List 0 is empty. */
  public synchronized int append(int list, long word) {
    long key = (list * 0x9E3779B97F4A7C15L ^ word) * 0xBF58476D1CE4E5B9L;
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
