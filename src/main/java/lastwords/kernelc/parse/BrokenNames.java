package lastwords.kernelc.parse;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.source.SourceToken;

/**
 * Guesses what a definition that cannot be parsed would have defined, so that its uses are not
 * reported too.
 */
public final class BrokenNames {
  private final List<SourceToken> tags = new ArrayList<>();
  private final List<SourceToken> others = new ArrayList<>();

  /** Structs. */
  public List<SourceToken> tags() {
    return tags;
  }

  /** Functions, variables and types. */
  public List<SourceToken> others() {
    return others;
  }

  void add(List<SourceToken> chunk) {
    int depth = 0;
    for (int i = 0; i + 1 < chunk.size(); i++) {
      SourceToken token = chunk.get(i);
      boolean named = depth == 0 && token.getType() == KernelCLexer.IDENT;
      if (named && "([=;,{".contains(chunk.get(i + 1).getText())) {
        boolean tag = i > 0 && chunk.get(i - 1).is("struct");
        (tag ? tags : others).add(token);
      }
      depth += "([{".contains(token.getText()) ? 1 : ")]}".contains(token.getText()) ? -1 : 0;
    }
  }
}
