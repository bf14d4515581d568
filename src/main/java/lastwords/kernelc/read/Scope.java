package lastwords.kernelc.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import lastwords.kernelc.check.Flow;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Function;

/**
 * The names visible at a point of a source: those of enclosing blocks, of the source, and global
 * ones.
 */
public final class Scope {
  /** Maximum number of words of a local variable. */
  static final int MOST_LOCAL_WORDS = 4096;

  private final KnownNames known;
  private final Unit unit;
  private final Optional<Function> function;
  private final Deque<Map<String, Symbol>> blocks = new ArrayDeque<>();
  private final Flow flow = new Flow();

  private Scope(KnownNames known, Unit unit, Optional<Function> function) {
    this.known = known;
    this.unit = unit;
    this.function = function;
  }

  public static Scope of(KnownNames known, Unit unit) {
    return new Scope(known, unit, Optional.empty());
  }

  public Scope inside(Function inner) {
    return new Scope(known, unit, Optional.of(inner));
  }

  KnownNames known() {
    return known;
  }

  public Unit unit() {
    return unit;
  }

  /** The function being read. */
  Optional<Function> function() {
    return function;
  }

  /** The targets of the function's jumps. */
  public Flow flow() {
    return flow;
  }

  public void enter() {
    blocks.push(new LinkedHashMap<>());
  }

  void leave() {
    blocks.pop();
  }

  public void declare(String name, Symbol symbol) {
    Symbol before = blocks.element().putIfAbsent(name, symbol);
    if (before != null) {
      throw new SourceError(
          symbol.spot(),
          "duplicate definition of "
              + Wording.quoted(name)
              + ": already defined in "
              + before.spot().fileAndLine());
    }
  }

  Optional<Symbol> find(String name) {
    for (Map<String, Symbol> block : blocks) {
      if (block.containsKey(name)) {
        return Optional.of(block.get(name));
      }
    }
    known.pending().need(unit, name);
    return known.constants().find(unit, name).or(() -> known.names().find(unit, name));
  }

  /** Does the innermost block already have this name? */
  boolean isDeclaredHere(String name) {
    return blocks.element().containsKey(name);
  }

  SourceError unknownVariable(Spot spot, String name) {
    if (known.builtins().isFunction(name)) {
      return new SourceError(
          spot, Wording.quoted(name) + " is built in: it can be called but has no address");
    }
    return new SourceError(
        spot,
        "unknown variable "
            + Wording.quoted(name)
            + elsewhere(name, () -> NearestName.hint(name, variables())));
  }

  public SourceError unknownFunction(Spot spot, String name) {
    return new SourceError(
        spot,
        "unknown function "
            + Wording.quoted(name)
            + elsewhere(name, () -> NearestName.hint(name, functions())));
  }

  SourceError unknownType(Spot spot, String name) {
    return new SourceError(
        spot,
        "unknown type "
            + Wording.quoted(name)
            + NearestName.hint(name, known.typedefs().known(unit)));
  }

  private String elsewhere(String name, Supplier<String> otherwise) {
    return known.names().statics(name).stream()
        .findFirst()
        .map(found -> "; there is a static one in " + found.spot().fileAndLine())
        .orElseGet(otherwise);
  }

  private Set<String> variables() {
    Set<String> names = functions();
    names.addAll(known.constants().known(unit));
    return names;
  }

  private Set<String> functions() {
    Set<String> names = new TreeSet<>(known.names().known(unit));
    names.addAll(known.builtins().names());
    blocks.forEach(block -> names.addAll(block.keySet()));
    return names;
  }
}
