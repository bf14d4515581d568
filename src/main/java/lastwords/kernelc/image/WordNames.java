package lastwords.kernelc.image;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.type.WordShape;

/** The names in C of the words of a kernel's variables. */
public final class WordNames {
  static final WordNames NONE = new WordNames(List.of(), List.of());

  private final List<WordShape> shapes;
  private final TreeMap<Integer, Named> data = new TreeMap<>();
  private final TreeMap<Integer, Named> perCpu = new TreeMap<>();
  private final TreeMap<Integer, Named> privates = new TreeMap<>();

  private record Named(GlobalInfo global, WordShape shape) {}

  /**
   * @param shapes the shape of each variable, in the order of {@code globals}
   */
  public WordNames(List<WordShape> shapes, List<GlobalInfo> globals) {
    this.shapes = List.copyOf(shapes);
    for (int i = 0; i < shapes.size(); i++) {
      GlobalInfo global = globals.get(i);
      if (global.words() > 0) {
        area(global.storage()).put(global.address(), new Named(global, shapes.get(i)));
      }
    }
  }

  public List<WordShape> shapes() {
    return shapes;
  }

  private TreeMap<Integer, Named> area(Storage storage) {
    return switch (storage) {
      case PER_CPU -> perCpu;
      case PRIVATE -> privates;
      case SHARED, READ_ONLY -> data;
    };
  }

  /** The variable and path of a word, or {@code word 17} if no variable is there. */
  String name(Storage storage, int address) {
    Map.Entry<Integer, Named> entry = area(storage).floorEntry(address);
    boolean inside = entry != null && address < entry.getKey() + entry.getValue().global().words();
    if (!inside) {
      return "word " + address;
    }
    Named named = entry.getValue();
    return named.global().name() + named.shape().path(address - entry.getKey());
  }
}
