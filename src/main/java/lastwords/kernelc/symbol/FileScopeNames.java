package lastwords.kernelc.symbol;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of one kind: those of headers, which are visible to all sources, and those of each source,
 * by its base name.
 */
public final class FileScopeNames<T> {
  private final Map<String, T> shared = new LinkedHashMap<>();
  private final Map<String, Map<String, T>> own = new LinkedHashMap<>();

  public Optional<T> find(Unit unit, String name) {
    T mine = own(unit).get(name);
    return Optional.ofNullable(mine != null ? mine : shared.get(name));
  }

  /** As {@link #find}; otherwise the only one with that name in any source. */
  public Optional<T> findAnywhere(Unit unit, String name) {
    return find(unit, name).or(() -> only(name));
  }

  private Optional<T> only(String name) {
    List<T> all =
        own.values().stream()
            .filter(names -> names.containsKey(name))
            .map(names -> names.get(name))
            .toList();
    return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
  }

  public void put(Unit unit, String name, T value) {
    (unit.isHeader() ? shared : own(unit)).put(name, value);
  }

  public void share(String name, T value) {
    shared.put(name, value);
  }

  public Set<String> known(Unit unit) {
    Set<String> known = new TreeSet<>(shared.keySet());
    known.addAll(own(unit).keySet());
    return known;
  }

  private Map<String, T> own(Unit unit) {
    return own.computeIfAbsent(unit.baseName(), name -> new LinkedHashMap<>());
  }
}
