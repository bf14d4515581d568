package lastwords.kernelc.symbol;

import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** A source as the owner of names. */
public record Unit(String path, String baseName, boolean isHeader, int layer) {
  public static Unit of(SourceText source) {
    return new Unit(source.path(), source.baseName(), source.isHeader(), source.layer());
  }

  public static Spot spot(ParserRuleContext context) {
    return spot(context.getStart());
  }

  public static Spot spot(TerminalNode node) {
    return spot(node.getSymbol());
  }

  public static Spot spot(Token token) {
    return ((SourceToken) token).spot();
  }
}
