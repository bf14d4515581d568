package lastwords.kernelc.preprocess;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;

/**
 * Turns sources into tokens: evaluates conditions and expands macros. Macros of headers are visible
 * to all later sources; those of another source to sources with its base name and to those that
 * replace functions of it.
 */
public final class Preprocessor {
  /** Of all sources together, with macros expanded. */
  public static final int MOST_TOKENS = 300_000;

  /** Maximum nesting of {@code #if}. */
  private static final int MOST_OPEN = 64;

  private final Map<String, Long> config;
  private final Problems problems;
  private MacroTable headers = MacroTable.ofHeaders();
  private final Map<String, MacroTable> sources = new LinkedHashMap<>();
  private final ReplacedSources replaced = new ReplacedSources();
  private int tokens;

  public Preprocessor(Map<String, Long> config, Problems problems) {
    this.config = config;
    this.problems = problems;
  }

  /** The tokens of each header. */
  public List<List<SourceToken>> headers(List<SourceText> sources) {
    Problems unsaid = new Problems();
    sources.forEach(
        source ->
            unsaid.guard(() -> new Pass(source, headers, unsaid).run(), List.<SourceToken>of()));
    headers = headers.again();
    return sources.stream().map(source -> tokens(source, headers)).toList();
  }

  /** The tokens of a source that is not a header; headers must have been read. */
  public List<SourceToken> tokens(SourceText source) {
    MacroTable macros =
        sources.computeIfAbsent(
            source.baseName(), name -> headers.forSource(replaced.macrosFor(source, sources)));
    List<SourceToken> tokens = tokens(source, macros);
    replaced.note(source);
    return tokens;
  }

  private List<SourceToken> tokens(SourceText source, MacroTable macros) {
    return problems.guard(
        () -> counted(new Pass(source, macros, problems).run()), List.<SourceToken>of());
  }

  private List<SourceToken> counted(List<SourceToken> source) {
    tokens += source.size();
    if (tokens > MOST_TOKENS) {
      throw new SourceError(
          source.get(0).spot(), "expected at most " + MOST_TOKENS + " tokens in all sources");
    }
    return source;
  }

  /** The preprocessing of one source. */
  private final class Pass {
    private final SourceText source;
    private final MacroTable macros;
    private final Problems problems;
    private final MacroExpander expander;
    private final Deque<Branch> branches = new ArrayDeque<>();
    private final List<SourceToken> pending = new ArrayList<>();
    private final List<SourceToken> out = new ArrayList<>();

    Pass(SourceText source, MacroTable macros, Problems problems) {
      this.source = source;
      this.macros = macros;
      this.problems = problems;
      this.expander = new MacroExpander(macros, problems);
    }

    List<SourceToken> run() {
      for (List<SourceToken> line : LexedSources.lines(source, problems)) {
        if (line.get(0).is("#")) {
          problems.guard(() -> directive(line));
        } else if (active()) {
          Lexing.check(line, problems);
          pending.addAll(line);
        }
      }
      flush();
      branches.forEach(
          branch -> problems.add(branch.spot(), "expected #endif for this " + branch.word()));
      return out;
    }

    private boolean active() {
      return branches.stream().allMatch(Branch::taken);
    }

    private void flush() {
      out.addAll(Attributes.dropped(expander.expand(pending)));
      pending.clear();
    }

    private void directive(List<SourceToken> line) {
      if (line.size() == 1) {
        return;
      }
      SourceToken word = line.get(1);
      List<SourceToken> rest = line.subList(2, line.size());
      switch (word.getText()) {
        case "ifdef", "ifndef", "if" -> branches.push(begin(word, rest));
        case "elif", "else", "endif" -> continueBranch(word, rest);
        default -> {
          if (active()) {
            plain(word, rest);
          }
        }
      }
    }

    private Branch begin(SourceToken word, List<SourceToken> rest) {
      if (branches.size() == MOST_OPEN) {
        throw new SourceError(word.spot(), "expected at most " + MOST_OPEN + " nested #if");
      }
      boolean taken = active() && problems.guard(() -> condition(word, rest), false);
      return new Branch("#" + word.getText(), word.spot(), taken, taken || !active(), false);
    }

    private boolean condition(SourceToken word, List<SourceToken> rest) {
      Conditions names = new Conditions(config, macros, problems);
      if (word.is("if") || word.is("elif")) {
        return new Condition(names, word.spot()).holds(rest);
      }
      return names.isDefined(DirectiveReader.name(word, rest)) == word.is("ifdef");
    }

    private void continueBranch(SourceToken word, List<SourceToken> rest) {
      if (branches.isEmpty()) {
        throw new SourceError(word.spot(), "#" + word.getText() + " without #if");
      }
      Branch branch = branches.pop();
      if (word.is("endif")) {
        return;
      }
      if (branch.last()) {
        branches.push(branch);
        throw new SourceError(word.spot(), "#" + word.getText() + " after #else");
      }
      boolean taken =
          !branch.done() && (word.is("else") || problems.guard(() -> condition(word, rest), false));
      branches.push(
          new Branch(branch.word(), branch.spot(), taken, branch.done() || taken, word.is("else")));
    }

    private void plain(SourceToken word, List<SourceToken> rest) {
      switch (word.getText()) {
        case "include", "pragma", "line" -> {}
        case "warning" -> {}
        case "error" -> throw new SourceError(word.spot(), "#error" + DirectiveReader.text(rest));
        case "define" -> {
          flush();
          Lexing.check(rest, problems);
          define(DirectiveReader.macro(word, rest, source.layer()));
        }
        case "undef" -> {
          flush();
          macros.undefine(DirectiveReader.name(word, rest));
        }
        default -> throw new SourceError(word.spot(), DirectiveReader.unknown(word.getText()));
      }
    }

    private void define(Macro macro) {
      macros
          .defined(macro.name())
          .filter(
              old -> old.layer() == macro.layer() && old.spot().file().equals(macro.spot().file()))
          .filter(old -> !old.sameAs(macro))
          .ifPresent(
              old -> {
                throw new SourceError(
                    macro.spot(),
                    "macro "
                        + Wording.quoted(macro.name())
                        + " is already defined, in "
                        + old.spot().fileAndLine());
              });
      macros.define(macro);
    }
  }

  /**
   * An open #if.
   *
   * @param taken is its current branch active?
   * @param done has a branch been taken?
   * @param last has its #else been seen?
   */
  private record Branch(String word, Spot spot, boolean taken, boolean done, boolean last) {}
}
