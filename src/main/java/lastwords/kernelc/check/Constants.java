package lastwords.kernelc.check;

import java.util.List;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.InitialWord;
import lastwords.kernelc.tree.Place;

/** Which values are known before the kernel runs: numbers, strings, addresses. */
public final class Constants {
  private Constants() {}

  /** The same words, checked to be constant. */
  public static List<InitialWord> checked(List<InitialWord> words) {
    for (InitialWord word : words) {
      if (!isConstant(word.value())) {
        throw new SourceError(
            word.value().spot(), "expected a constant as the initial value of a global variable");
      }
    }
    return words;
  }

  private static boolean isConstant(Expr e) {
    if (e instanceof Expr.Convert convert) {
      return isConstant(convert.operand())
          && (convert.type().pointer().isPresent() || convert.type().size() == 8);
    }
    if (e instanceof Expr.Move move) {
      return isConstant(move.pointer()) && isConstant(move.count());
    }
    boolean plain =
        e instanceof Expr.Constant || e instanceof Expr.Text || e instanceof Expr.FunctionAddress;
    return plain || (e instanceof Expr.AddressOf address && isFixed(address.place()));
  }

  private static boolean isFixed(Place place) {
    if (place instanceof Place.Member member) {
      return isFixed(member.base());
    }
    if (place instanceof Place.Element element) {
      return isFixed(element.base()) && isConstant(element.index());
    }
    return place instanceof Place.OfGlobal;
  }
}
