package lastwords.kernelc.symbol;

import java.util.Optional;
import lastwords.kernelc.grammar.KernelCParser.CompoundContext;
import lastwords.kernelc.grammar.KernelCParser.InitializerContext;
import lastwords.kernelc.source.Spot;

/**
 * A definition outside functions.
 *
 * @param number counts definitions in the order of the sources
 * @param initializer of a variable
 * @param body of a function
 * @param declared the declarator; it contains a function's parameters
 */
public record Definition(
    int number,
    String name,
    Unit unit,
    boolean isStatic,
    boolean weak,
    Symbol symbol,
    Declared declared,
    Optional<InitializerContext> initializer,
    Optional<CompoundContext> body) {

  public Spot spot() {
    return symbol.spot();
  }

  public String kind() {
    return symbol.kind();
  }

  /**
   * Of two definitions the one with the higher rank wins; a weak one yields to any other of its
   * layer.
   */
  int rank() {
    return 2 * unit.layer() + (weak ? 0 : 1);
  }

  /** Can it replace another? A variable without a value cannot: it is a separate one. */
  boolean replaces() {
    return kind().equals("function") || initialised();
  }

  /** Locks count as initialised: a lock's definition is complete. */
  boolean initialised() {
    return initializer.isPresent()
        || symbol.global().filter(global -> global.type().hasLock()).isPresent();
  }
}
