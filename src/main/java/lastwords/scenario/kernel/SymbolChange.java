package lastwords.scenario.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A config symbol whose value differs between two kernels.
 *
 * @param symbol its name
 * @param before its value in the first kernel, {@code unset} if it has none
 * @param after its value in the second
 * @param architectures with this difference
 */
public record SymbolChange(String symbol, String before, String after, List<String> architectures) {
  private static final String UNSET = "unset";

  /** By name. */
  public static List<SymbolChange> between(Kernel a, Kernel b) {
    Set<String> architectures = new TreeSet<>(a.architectures());
    architectures.addAll(b.architectures());
    List<SymbolChange> changes = new ArrayList<>();
    for (String arch : architectures) {
      Map<String, Long> before = a.config(arch);
      Map<String, Long> after = b.config(arch);
      Set<String> symbols = new TreeSet<>(before.keySet());
      symbols.addAll(after.keySet());
      for (String symbol : symbols) {
        if (!Objects.equals(before.get(symbol), after.get(symbol))) {
          add(symbol, value(before, symbol), value(after, symbol), arch, changes);
        }
      }
    }
    return changes;
  }

  private static String value(Map<String, Long> config, String symbol) {
    return config.containsKey(symbol) ? Long.toString(config.get(symbol)) : UNSET;
  }

  /** The same difference on several architectures is one change. */
  private static void add(
      String symbol, String before, String after, String arch, List<SymbolChange> changes) {
    for (int i = 0; i < changes.size(); i++) {
      SymbolChange it = changes.get(i);
      if (it.symbol.equals(symbol) && it.before.equals(before) && it.after.equals(after)) {
        List<String> more = new ArrayList<>(it.architectures);
        more.add(arch);
        changes.set(i, new SymbolChange(symbol, before, after, more));
        return;
      }
    }
    changes.add(new SymbolChange(symbol, before, after, List.of(arch)));
  }
}
