package lastwords.kernelc.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a kernel's variables begin with. */
public final class InitialValues {
  private final Map<Global, List<InitialWord>> words = new LinkedHashMap<>();

  public void put(Global global, List<InitialWord> initial) {
    words.put(global, List.copyOf(initial));
  }

  /** The words of a variable that do not begin as zero or as an empty text. */
  public List<InitialWord> of(Global global) {
    return words.getOrDefault(global, List.of());
  }
}
