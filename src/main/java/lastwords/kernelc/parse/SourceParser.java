package lastwords.kernelc.parse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.ExternalContext;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Parses the tokens of sources, one external definition at a time. */
public final class SourceParser {
  /** Maximum nesting of parentheses, brackets and braces. */
  public static final int DEEPEST = 150;

  /**
   * Of a function, or of a variable with its initial values; ten times what the longest of a kernel
   * has.
   */
  private static final int MOST_TOKENS = 20_000;

  /** Errors per definition; after each the rest of the statement is skipped. */
  private static final int MOST_ERRORS = 20;

  private final Problems problems;
  private final Set<String> sharedTypes = new TreeSet<>();
  private final Map<String, Set<String>> typesBySource = new LinkedHashMap<>();
  private final BrokenNames broken = new BrokenNames();

  public SourceParser(Set<String> builtinTypes, Problems problems) {
    this.problems = problems;
    sharedTypes.addAll(builtinTypes);
  }

  /** Records the type names that a source defines. */
  public void noteTypes(SourceText source, List<SourceToken> tokens) {
    (source.isHeader() ? sharedTypes : own(source)).addAll(TypeNames.definedIn(tokens));
  }

  private Set<String> own(SourceText source) {
    return typesBySource.computeIfAbsent(source.baseName(), name -> new TreeSet<>());
  }

  /** The definitions of a source that can be parsed. */
  public List<ExternalContext> parse(SourceText source, List<SourceToken> tokens) {
    Set<String> known = new TreeSet<>(sharedTypes);
    known.addAll(own(source));
    List<ExternalContext> parsed = new ArrayList<>();
    for (List<SourceToken> chunk : Chunks.of(new TypeNames(known).marked(tokens))) {
      int before = parsed.size();
      problems.guardDefinition(chunk.get(0).spot(), () -> parsed.add(external(chunk, known)));
      if (parsed.size() == before) {
        broken.add(chunk);
        problems.guardDefinition(chunk.get(0).spot(), () -> more(chunk, known));
      }
    }
    return parsed;
  }

  /** The names that unparsable definitions would have defined. */
  public BrokenNames broken() {
    return broken;
  }

  /** Reports the other errors in a definition, one per statement. */
  private void more(List<SourceToken> chunk, Set<String> types) {
    checkSize(chunk);
    checkDepth(chunk);
    Optional<List<SourceToken>> rest = Optional.of(chunk);
    int line = 0;
    for (int errors = 0; rest.isPresent() && errors < MOST_ERRORS; errors++) {
      List<SourceToken> tokens = rest.get();
      KernelCParser parser = parser(tokens, PredictionMode.LL);
      try {
        parser.unit();
        return;
      } catch (ParseCancellationException cancelled) {
        RecognitionException error = (RecognitionException) cancelled.getCause();
        int index = error.getOffendingToken().getTokenIndex();
        SourceError told = new SyntaxMessage(parser, tokens, types).of(error);
        if (errors == 0 || !follows(told, tokens, index, line)) {
          problems.add(told.problem().spot(), told.getMessage());
        }
        line = told.problem().spot().line();
        rest = Recovery.without(tokens, index);
      }
    }
  }

  /** Does an error follow from a statement that was left out: an else without its if, half a do? */
  private static boolean follows(
      SourceError told, List<SourceToken> tokens, int index, int lastLine) {
    boolean lone = index < tokens.size() && tokens.get(index).is("else");
    boolean half = told.getMessage().startsWith("expected 'while'");
    return lone || half || told.problem().spot().line() <= lastLine;
  }

  private static ExternalContext external(List<SourceToken> chunk, Set<String> types) {
    checkSize(chunk);
    checkDepth(chunk);
    try {
      return parser(chunk, PredictionMode.SLL).unit().external();
    } catch (ParseCancellationException cancelled) {
      return again(chunk, types);
    }
  }

  /**
   * The fast prediction mode may fail where the full one does not; and only the full one knows what
   * is wrong.
   */
  private static ExternalContext again(List<SourceToken> chunk, Set<String> types) {
    KernelCParser parser = parser(chunk, PredictionMode.LL);
    try {
      return parser.unit().external();
    } catch (ParseCancellationException cancelled) {
      RecognitionException error = (RecognitionException) cancelled.getCause();
      throw new SyntaxMessage(parser, chunk, types).of(error);
    }
  }

  private static KernelCParser parser(List<SourceToken> chunk, PredictionMode mode) {
    List<SourceToken> numbered = new ArrayList<>(chunk.size() + 1);
    chunk.forEach(token -> numbered.add(token.at(numbered.size())));
    Spot end = chunk.get(chunk.size() - 1).spot();
    numbered.add(SourceToken.of(Token.EOF, "<EOF>", end, true).at(numbered.size()));
    KernelCParser parser = new KernelCParser(new CommonTokenStream(new ListTokenSource(numbered)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    return parser;
  }

  private static void checkSize(List<SourceToken> chunk) {
    if (chunk.size() > MOST_TOKENS) {
      throw new SourceError(
          chunk.get(0).spot(), "expected a definition of at most " + MOST_TOKENS + " tokens");
    }
  }

  private static void checkDepth(List<SourceToken> chunk) {
    int depth = 0;
    for (SourceToken token : chunk) {
      switch (token.getText()) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        default -> {}
      }
      if (depth > DEEPEST) {
        throw new SourceError(token.spot(), "expected at most " + DEEPEST + " nested brackets");
      }
    }
  }
}
