package lastwords.kernelc.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The initial values of a kernel's variables. */
public final class InitialValues {
  private final Map<Global, List<InitialWord>> words = new LinkedHashMap<>();

  public void put(Global global, List<InitialWord> initial) {
    words.put(global, List.copyOf(initial));
  }

  /** The words of a variable that are not initially zero or an empty text. */
  public List<InitialWord> of(Global global) {
    return words.getOrDefault(global, List.of());
  }
}
