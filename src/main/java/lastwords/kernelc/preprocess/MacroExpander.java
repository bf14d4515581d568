package lastwords.kernelc.preprocess;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.parse.SourceParser;
import lastwords.kernelc.source.Hidden;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;

/** Expands the macros in a sequence of tokens. */
final class MacroExpander {
  /** Maximum number of tokens of one source after expansion. */
  static final int MOST_TOKENS = 400_000;

  private final MacroTable macros;
  private final Problems problems;
  private int made;

  MacroExpander(MacroTable macros, Problems problems) {
    this.macros = macros;
    this.problems = problems;
  }

  List<SourceToken> expand(List<SourceToken> tokens) {
    Deque<SourceToken> input = new ArrayDeque<>(tokens);
    List<SourceToken> output = new ArrayList<>(tokens.size());
    while (!input.isEmpty()) {
      SourceToken token = input.poll();
      List<SourceToken> instead = token.isWord() ? replacement(token, input) : List.of(token);
      if (instead.size() == 1 && instead.get(0) == token) {
        output.add(token);
      } else {
        pushFront(input, instead, token.spot());
      }
    }
    return output;
  }

  private void pushFront(Deque<SourceToken> input, List<SourceToken> tokens, Spot spot) {
    made += tokens.size();
    if (made > MOST_TOKENS) {
      throw new SourceError(
          spot, "macro expansion does not end: this source grows past " + MOST_TOKENS + " tokens");
    }
    for (int i = tokens.size() - 1; i >= 0; i--) {
      input.push(tokens.get(i));
    }
  }

  /** The expansion of the word; the word itself if it is not a macro here. */
  private List<SourceToken> replacement(SourceToken word, Deque<SourceToken> rest) {
    Optional<Macro> macro =
        word.hidden().has(word.getText()) ? Optional.empty() : macros.find(word.getText());
    if (macro.isEmpty()) {
      return List.of(predefined(word));
    }
    if (macro.get().parameters().isEmpty()) {
      Hidden hidden = word.hidden().and(word.getText());
      return new MacroBody(macro.get(), List.of(), this).at(word, hidden);
    }
    boolean called = !rest.isEmpty() && rest.peek().is("(");
    return called ? called(macro.get(), word, rest) : List.of(word);
  }

  private static SourceToken predefined(SourceToken word) {
    return switch (word.getText()) {
      case "__LINE__" -> word.withText(KernelCLexer.INT, Integer.toString(word.getLine()));
      case "__FILE__" -> word.withText(KernelCLexer.STRING, MacroBody.quote(word.spot().file()));
      default -> word;
    };
  }

  private List<SourceToken> called(Macro macro, SourceToken word, Deque<SourceToken> rest) {
    rest.poll();
    List<List<SourceToken>> arguments = new ArrayList<>();
    Optional<SourceToken> close = arguments(macro, rest, arguments);
    if (close.isEmpty()) {
      problems.add(
          word.spot(), "expected ')' after the arguments of macro " + Wording.quoted(macro.name()));
      giveBack(arguments, rest);
      return List.of(word.withText(KernelCLexer.INT, "0"));
    }
    Hidden hidden = word.hidden().common(close.get().hidden()).and(macro.name());
    return fits(macro, arguments, word)
        ? new MacroBody(macro, arguments, this).at(word, hidden)
        : List.of(word.withText(KernelCLexer.INT, "0"));
  }

  private static Optional<SourceToken> arguments(
      Macro macro, Deque<SourceToken> rest, List<List<SourceToken>> arguments) {
    int named = macro.parameters().orElse(List.of()).size();
    List<SourceToken> argument = new ArrayList<>();
    int depth = 0;
    while (!rest.isEmpty()) {
      SourceToken token = rest.poll();
      if (depth == 0 && token.is(")")) {
        arguments.add(argument);
        return Optional.of(token);
      }
      boolean further = macro.variadic() && arguments.size() == named - 1;
      if (depth == 0 && token.is(",") && !further) {
        arguments.add(argument);
        argument = new ArrayList<>();
      } else {
        argument.add(token);
        checkDepth(depth, token);
        depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      }
    }
    arguments.add(argument);
    return Optional.empty();
  }

  /** A call that is not closed is taken to end before the first semicolon. */
  private static void giveBack(List<List<SourceToken>> arguments, Deque<SourceToken> rest) {
    List<SourceToken> swallowed = new ArrayList<>();
    arguments.forEach(swallowed::addAll);
    int end = 0;
    while (end < swallowed.size() && !swallowed.get(end).is(";")) {
      end++;
    }
    for (int i = swallowed.size() - 1; i >= end; i--) {
      rest.push(swallowed.get(i));
    }
  }

  private static void checkDepth(int depth, SourceToken token) {
    if (depth > SourceParser.DEEPEST) {
      throw new SourceError(
          token.spot(), "expected at most " + SourceParser.DEEPEST + " nested brackets");
    }
  }

  /** Is the number of arguments right? Adds an empty argument for absent further ones. */
  private boolean fits(Macro macro, List<List<SourceToken>> arguments, SourceToken word) {
    int named = macro.parameters().orElse(List.of()).size();
    if (named == 0 && arguments.size() == 1 && arguments.get(0).isEmpty()) {
      arguments.clear();
    }
    if (macro.variadic() && arguments.size() == named - 1) {
      arguments.add(List.of());
    }
    if (arguments.size() == named) {
      return true;
    }
    String takes =
        macro.variadic()
            ? "at least " + Wording.count(named - 1, "argument")
            : Wording.count(named, "argument");
    problems.add(
        word.spot(),
        "macro " + Wording.quoted(macro.name()) + " takes " + takes + ", not " + arguments.size());
    return false;
  }

  Problems problems() {
    return problems;
  }
}
