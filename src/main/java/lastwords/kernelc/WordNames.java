package lastwords.kernelc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.GlobalInfo.Storage;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.WordPath;

/** How C names the words of a kernel's variables. */
final class WordNames {
  static final WordNames NONE = new WordNames(List.of());

  private final TreeMap<Integer, Named> data = new TreeMap<>();
  private final TreeMap<Integer, Named> perCpu = new TreeMap<>();
  private final TreeMap<Integer, Named> privates = new TreeMap<>();

  private record Named(GlobalInfo global, Type type) {}

  private WordNames(List<Named> all) {
    for (Named named : all) {
      if (named.global().words() > 0) {
        area(named.global().storage()).put(named.global().address(), named);
      }
    }
  }

  static WordNames of(List<Type> types, List<GlobalInfo> globals) {
    List<Named> all = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      all.add(new Named(globals.get(i), types.get(i)));
    }
    return new WordNames(all);
  }

  private TreeMap<Integer, Named> area(Storage storage) {
    return switch (storage) {
      case PER_CPU -> perCpu;
      case PRIVATE -> privates;
      default -> data;
    };
  }

  /** The variable and path of a word, or {@code word 17} where none is. */
  String name(Storage storage, int address) {
    Map.Entry<Integer, Named> entry = area(storage).floorEntry(address);
    boolean inside = entry != null && address < entry.getKey() + entry.getValue().global().words();
    if (!inside) {
      return "word " + address;
    }
    Named named = entry.getValue();
    return named.global().name() + WordPath.of(named.type(), address - entry.getKey());
  }
}
