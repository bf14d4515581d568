package lastwords.kernelc.preprocess;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;

/** Splits text into tokens, grouped by logical line. */
final class Lexing {
  private final String file;
  private final Problems problems;

  Lexing(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /** The lines that are not empty. */
  List<List<SourceToken>> lines(String text) {
    KernelCLexer lexer = new KernelCLexer(CharStreams.fromString(text, file));
    lexer.removeErrorListeners();
    List<List<SourceToken>> lines = new ArrayList<>();
    List<SourceToken> line = new ArrayList<>();
    int end = -1;
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (token.getType() == KernelCLexer.OPEN_COMMENT) {
        problems.add(spot(token), "unterminated comment");
        break;
      }
      if (token.getType() == KernelCLexer.NEWLINE) {
        endLine(lines, line);
        line = new ArrayList<>();
      } else {
        boolean spaced = token.getStartIndex() != end + 1;
        line.add(SourceToken.of(token.getType(), token.getText(), spot(token), spaced));
      }
      end = token.getStopIndex();
    }
    endLine(lines, line);
    return lines;
  }

  private static void endLine(List<List<SourceToken>> lines, List<SourceToken> line) {
    if (!line.isEmpty()) {
      lines.add(line);
    }
  }

  private Spot spot(Token token) {
    return new Spot(file, token.getLine(), token.getCharPositionInLine() + 1);
  }

  /** Reports invalid tokens. */
  static void check(List<SourceToken> tokens, Problems problems) {
    tokens.stream()
        .filter(token -> token.getType() == KernelCLexer.UNKNOWN)
        .forEach(token -> problems.add(token.spot(), unknown(token.getText())));
  }

  private static String unknown(String text) {
    return switch (text) {
      case "\"" -> "unterminated string";
      case "'" -> "expected a character constant such as 'a'";
      default -> "unexpected character " + Wording.quoted(text);
    };
  }

  /** The tokens of a text, all at one place. */
  static List<SourceToken> tokens(String text, Spot spot) {
    KernelCLexer lexer = new KernelCLexer(CharStreams.fromString(text));
    lexer.removeErrorListeners();
    List<SourceToken> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add(SourceToken.of(token.getType(), token.getText(), spot, false));
    }
    return tokens;
  }
}
