package lastwords.kernelc.analysis;

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
record Declared(String name, Spot spot, Type type, boolean isConst, List<Parameter> parameters) {
  /** A parameter; its name may be empty. */
  record Parameter(String name, Spot spot, Type type, boolean isConst) {}

  Declared typed(Type other) {
    return new Declared(name, spot, other, isConst, parameters);
  }
}
