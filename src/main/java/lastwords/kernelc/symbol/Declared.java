package lastwords.kernelc.symbol;

import java.util.List;
import lastwords.kernelc.grammar.KernelCParser.DeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.DirectContext;
import lastwords.kernelc.grammar.KernelCParser.InnerContext;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.type.Type;

/**
 * What a declarator declares.
 *
 * @param name empty if it has none
 * @param isConst is it itself const (not what it points to)?
 * @param parameters of a function, with their names
 */
public record Declared(
    String name, Spot spot, Type type, boolean isConst, List<Parameter> parameters) {
  /** A parameter; its name may be empty. */
  public record Parameter(String name, Spot spot, Type type, boolean isConst) {}

  /** The name that a declarator declares, if it has one. */
  public static String name(DeclaratorContext context) {
    DirectContext direct = context.direct();
    while (direct.inner() != null) {
      InnerContext inner = direct.inner();
      while (inner.direct() == null && inner.inner() != null) {
        inner = inner.inner();
      }
      if (inner.direct() == null) {
        return inner.IDENT().getText();
      }
      direct = inner.direct();
    }
    return direct.IDENT() == null ? "" : direct.IDENT().getText();
  }

  public Declared typed(Type other) {
    return new Declared(name, spot, other, isConst, parameters);
  }
}
