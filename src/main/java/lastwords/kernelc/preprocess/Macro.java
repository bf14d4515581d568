package lastwords.kernelc.preprocess;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;

/**
 * A macro.
 *
 * @param parameters absent for a macro without parentheses
 * @param variadic does the last parameter take all further arguments?
 * @param body what it expands to
 * @param layer of the source that defines it
 */
record Macro(
    String name,
    Spot spot,
    Optional<List<String>> parameters,
    boolean variadic,
    List<SourceToken> body,
    int layer) {

  int parameter(SourceToken token) {
    return parameters.isPresent() && token.isWord()
        ? parameters.get().indexOf(token.getText())
        : -1;
  }

  boolean sameAs(Macro other) {
    return parameters.equals(other.parameters) && texts(body).equals(texts(other.body));
  }

  private static List<String> texts(List<SourceToken> tokens) {
    return tokens.stream().map(SourceToken::getText).toList();
  }
}
