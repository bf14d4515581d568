package lastwords.kernelc.parse;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.grammar.KernelCLexer;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.source.SourceToken;

/** Distinguishes names of types from other names. */
final class TypeNames {
  private final Set<String> names;

  TypeNames(Set<String> names) {
    this.names = new LinkedHashSet<>(names);
  }

  /** The type names that the tokens define. */
  static Set<String> definedIn(List<SourceToken> tokens) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).getType() == KernelCLexer.TYPEDEF) {
        definedAt(tokens, i).forEach(index -> names.add(tokens.get(index).getText()));
      }
    }
    return names;
  }

  /** The positions of the names that the typedef at i defines. */
  private static Set<Integer> definedAt(List<SourceToken> tokens, int typedef) {
    Set<Integer> places = new TreeSet<>();
    int depth = 0;
    int name = -1;
    boolean function = false;
    for (int i = typedef + 1; i < tokens.size(); i++) {
      SourceToken token = tokens.get(i);
      boolean end = depth == 0 && (token.is(";") || token.is(","));
      if (end && name >= 0) {
        places.add(name);
        name = -1;
        function = false;
      }
      if (depth == 0 && token.is(";")) {
        break;
      }
      if (depth == 0 && token.is("(") && i + 2 < tokens.size() && tokens.get(i + 1).is("*")) {
        name = i + 2;
        function = true;
      }
      depth += depthChange(token);
      name = depth == 0 && !function && token.getType() == KernelCLexer.IDENT ? i : name;
    }
    places.removeIf(place -> tokens.get(place).getType() != KernelCLexer.IDENT);
    return places;
  }

  private static int depthChange(SourceToken token) {
    return switch (token.getText()) {
      case "(", "{", "[" -> 1;
      case ")", "}", "]" -> -1;
      default -> 0;
    };
  }

  /** The tokens, with type names marked as such. */
  List<SourceToken> marked(List<SourceToken> tokens) {
    List<SourceToken> out = new ArrayList<>(tokens.size());
    Set<Integer> definitions = new LinkedHashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      SourceToken token = tokens.get(i);
      if (token.getType() == KernelCLexer.TYPEDEF) {
        definitions.addAll(definedAt(tokens, i));
      }
      boolean name = token.getType() == KernelCLexer.IDENT && !definitions.contains(i);
      boolean type = name && names.contains(token.getText());
      out.add(
          type && !namesSomethingElse(tokens, i) ? token.withType(KernelCParser.TYPE_NAME) : token);
    }
    return out;
  }

  /** A member after '.', a tag after 'struct', or a variable whose type has just been named. */
  private boolean namesSomethingElse(List<SourceToken> tokens, int i) {
    SourceToken before = i == 0 ? tokens.get(0) : tokens.get(i - 1);
    if (i == 0
        || before.is(".")
        || before.is("->")
        || before.is("struct")
        || before.is("enum")
        || before.is("goto")) {
      return i > 0;
    }
    String after = i + 1 < tokens.size() ? tokens.get(i + 1).getText() : ";";
    boolean ends = List.of(";", ",", "=", "[", ")").contains(after);
    boolean typed =
        isTypeWord(before) || (before.is("*") && i > 1 && isTypeWord(tokens.get(i - 2)));
    return ends && typed;
  }

  private boolean isTypeWord(SourceToken token) {
    return switch (token.getType()) {
      case KernelCLexer.INT_TYPE,
          KernelCLexer.CHAR_TYPE,
          KernelCLexer.LONG,
          KernelCLexer.SHORT,
          KernelCLexer.UNSIGNED,
          KernelCLexer.BOOL,
          KernelCLexer.VOID ->
          true;
      default -> token.getType() == KernelCLexer.IDENT && names.contains(token.getText());
    };
  }
}
