package lastwords.kernelc.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of macros that must not be expanded again. Immutable. */
public final class Hidden {
  static final Hidden NONE = new Hidden(Set.of());

  private final Set<String> names;

  private Hidden(Set<String> names) {
    this.names = names;
  }

  public boolean has(String name) {
    return names.contains(name);
  }

  public Hidden and(String name) {
    return and(new Hidden(new TreeSet<>(List.of(name))));
  }

  public Hidden and(Hidden other) {
    if (names.containsAll(other.names)) {
      return this;
    }
    Set<String> both = new TreeSet<>(names);
    both.addAll(other.names);
    return new Hidden(both);
  }

  public Hidden common(Hidden other) {
    Set<String> both = new TreeSet<>(names);
    both.retainAll(other.names);
    return both.isEmpty() ? NONE : new Hidden(both);
  }
}
