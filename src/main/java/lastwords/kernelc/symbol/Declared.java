package lastwords.kernelc.symbol;

import java.util.List;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.type.Type;

/**
 * What a declarator declares.
 *
 * @param name empty when it has none
 * @param isConst is it const itself (not what it points to)?
 * @param parameters of a function, with their names
 */
public record Declared(
    String name, Spot spot, Type type, boolean isConst, List<Parameter> parameters) {
  /** A parameter; its name may be empty. */
  public record Parameter(String name, Spot spot, Type type, boolean isConst) {}

  public Declared typed(Type other) {
    return new Declared(name, spot, other, isConst, parameters);
  }
}
