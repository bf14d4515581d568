package lastwords.kernelc.symbol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.Wording;

/**
 * The functions, variables and constants of a kernel: those visible to all sources, and the static
 * ones of each source, by its base name. A definition of a higher layer replaces one of a lower
 * layer.
 */
public final class NameTable {
  private final Problems problems;
  private final Map<String, Definition> shared = new LinkedHashMap<>();
  private final Map<String, Map<String, Definition>> own = new LinkedHashMap<>();
  private final Map<String, Symbol> declared = new LinkedHashMap<>();
  private final List<Replaced> replaced = new ArrayList<>();

  public NameTable(Problems problems) {
    this.problems = problems;
  }

  /** A definition that was replaced by another. */
  public record Replaced(Definition before, Definition after) {}

  /** Adds a function that is declared; it may be defined elsewhere, or not at all. */
  public void declare(String name, Symbol symbol) {
    declared.putIfAbsent(name, symbol);
  }

  public void define(Definition definition) {
    Map<String, Definition> home = home(definition);
    Definition before = home.get(definition.name());
    if (before == null && definition.unit().layer() > 0 && definition.replaces()) {
      home = homeOfReplaced(definition, home);
      before = home.get(definition.name());
    }
    if (before == null) {
      home.put(definition.name(), definition);
    } else {
      settle(home, before, definition);
    }
  }

  private Map<String, Definition> home(Definition definition) {
    boolean hidden = definition.isStatic() && !definition.unit().isHeader();
    return hidden ? own(definition.unit().baseName()) : shared;
  }

  /**
   * The table with the definition that this one replaces: of a source with the same base name, or
   * the only one with that name.
   */
  private Map<String, Definition> homeOfReplaced(
      Definition definition, Map<String, Definition> home) {
    String name = definition.name();
    Map<String, Definition> same = own(definition.unit().baseName());
    if (same.containsKey(name)) {
      return same;
    }
    List<Map<String, Definition>> homes = new ArrayList<>();
    if (shared.containsKey(name)) {
      homes.add(shared);
    }
    own.values().stream().filter(names -> names.containsKey(name)).forEach(homes::add);
    boolean alone = homes.size() == 1 && homes.get(0).get(name).rank() < definition.rank();
    return alone ? homes.get(0) : home;
  }

  private void settle(Map<String, Definition> home, Definition before, Definition after) {
    if (before.kind().equals("variable")
        && after.kind().equals("variable")
        && !after.initialised()) {
      return; // a tentative definition: the same variable once more
    }
    boolean tentative =
        before.kind().equals("variable")
            && !before.initialised()
            && after.kind().equals("variable");
    if (before.rank() == after.rank() && !tentative) {
      problems.add(
          after.spot(),
          "duplicate definition of "
              + Wording.quoted(after.name())
              + ": already defined in "
              + before.spot().fileAndLine());
    } else if (before.rank() <= after.rank()) {
      home.put(after.name(), after);
      note(before, after, tentative);
    } else {
      note(after, before, false);
    }
  }

  private void note(Definition before, Definition after, boolean tentative) {
    if (!tentative || before.unit().layer() != after.unit().layer()) {
      replaced.add(new Replaced(before, after));
    }
  }

  private Map<String, Definition> own(String baseName) {
    return own.computeIfAbsent(baseName, name -> new LinkedHashMap<>());
  }

  public Optional<Symbol> find(Unit unit, String name) {
    Definition found = own(unit.baseName()).get(name);
    found = found != null ? found : shared.get(name);
    if (found != null) {
      return Optional.of(found.symbol());
    }
    Optional<Symbol> elsewhere = unit.layer() > 0 ? onlyStatic(name) : Optional.empty();
    return elsewhere.or(() -> Optional.ofNullable(declared.get(name)));
  }

  /** A source that replaces definitions may use the static names of what it replaces. */
  private Optional<Symbol> onlyStatic(String name) {
    List<Definition> all = statics(name);
    return all.size() == 1 ? Optional.of(all.get(0).symbol()) : Optional.empty();
  }

  /** The static definitions with that name in any source. */
  public List<Definition> statics(String name) {
    return own.values().stream()
        .filter(names -> names.containsKey(name))
        .map(names -> names.get(name))
        .toList();
  }

  public Set<String> known(Unit unit) {
    Set<String> known = new TreeSet<>(shared.keySet());
    known.addAll(own(unit.baseName()).keySet());
    return known;
  }

  /** All definitions in force, in the order of their sources. */
  public List<Definition> definitions() {
    Map<Integer, Definition> byNumber = new TreeMap<>();
    shared.values().forEach(definition -> byNumber.put(definition.number(), definition));
    own.values()
        .forEach(names -> names.values().forEach(found -> byNumber.put(found.number(), found)));
    return List.copyOf(byNumber.values());
  }

  public List<Replaced> replaced() {
    return replaced;
  }
}
