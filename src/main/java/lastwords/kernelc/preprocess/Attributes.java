package lastwords.kernelc.preprocess;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lastwords.kernelc.source.SourceToken;

/** Attributes that inform a real compiler or linker and have no meaning here. */
final class Attributes {
  private static final Set<String> PLAIN =
      new LinkedHashSet<>(
          List.of(
              "__init",
              "__exit",
              "__initdata",
              "__initconst",
              "__read_mostly",
              "__ro_after_init",
              "__maybe_unused",
              "__always_unused",
              "__used",
              "asmlinkage",
              "__visible",
              "notrace",
              "noinline",
              "__cold",
              "__must_check",
              "__percpu",
              "__user",
              "__iomem",
              "__force",
              "__rcu",
              "__sched",
              "__lockfunc",
              "__ref",
              "__pure",
              "__attribute_const__",
              "fallthrough",
              "restrict",
              "register",
              "nokprobe_inline",
              "noinstr",
              "noinline_for_stack",
              "____cacheline_aligned",
              "____cacheline_aligned_in_smp",
              "__cacheline_aligned_in_smp",
              "__cacheline_aligned",
              "__deprecated",
              "__packed",
              "__malloc"));
  private static final Set<String> WITH_ARGUMENTS =
      new LinkedHashSet<>(
          List.of(
              "__attribute__",
              "__printf",
              "__aligned",
              "__section",
              "__acquires",
              "__releases",
              "__must_hold",
              "__no_sanitize"));

  private Attributes() {}

  static List<SourceToken> dropped(List<SourceToken> tokens) {
    List<SourceToken> kept = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      String text = tokens.get(i).getText();
      if (WITH_ARGUMENTS.contains(text)) {
        i = endOfArguments(tokens, i);
      } else if (!PLAIN.contains(text)) {
        kept.add(tokens.get(i));
      }
    }
    return kept;
  }

  private static int endOfArguments(List<SourceToken> tokens, int word) {
    int depth = 0;
    int i = word + 1;
    for (; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth <= 0) {
        break;
      }
    }
    boolean argumentsFollow = word + 1 < tokens.size() && tokens.get(word + 1).is("(");
    return argumentsFollow ? i : word;
  }
}
