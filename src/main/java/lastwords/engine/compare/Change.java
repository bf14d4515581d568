package lastwords.engine.compare;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How a case changes when one side replaces the other.
 *
 * @param worse aspects in which something worse than before can happen
 * @param better aspects in which the worst possible result is better than before
 */
public record Change(Kind kind, List<String> worse, List<String> better) {
  public Change {
    worse = List.copyOf(worse);
    better = List.copyOf(better);
  }

  /** Kinds of change. */
  public enum Kind {
    /** The same outcomes. */
    UNCHANGED,
    /** It could hang, and no longer can. */
    FIXED,
    /** The worst possible result is better than before. */
    BETTER,
    /** The worst is as bad, but something better than before can happen. */
    SOMETIMES_BETTER,
    /** Other outcomes, none better or worse. */
    DIFFERENT,
    /** Something worse than before can happen, but also something as good. */
    SOMETIMES_WORSE,
    /** The best possible result is worse than before. */
    WORSE,
    /** On one side nothing is known: a bound was reached before any run was over. */
    UNKNOWN
  }

  /** The change from one side to the other. */
  static Change of(Side before, Side after) {
    if (before.decided().isEmpty() || after.decided().isEmpty()) {
      return new Change(Kind.UNKNOWN, List.of(), List.of());
    }
    if (before.sampled() && after.sampled()) {
      return new SampledChange(before, after).change();
    }
    List<String> worse = words(it -> falls(it, before, after) || sinks(it, before, after));
    List<String> better = words(it -> Aspect.less(it.worst(before), it.worst(after)));
    return new Change(kind(before, after, worse, better), worse, better);
  }

  /** Is the worst possible result worse than before? */
  private static boolean falls(Aspect aspect, Side before, Side after) {
    return Aspect.less(aspect.worst(after), aspect.worst(before));
  }

  /** Is the best possible result worse than before? */
  private static boolean sinks(Aspect aspect, Side before, Side after) {
    return Aspect.less(aspect.best(after), aspect.best(before));
  }

  private static Kind kind(Side before, Side after, List<String> worse, List<String> better) {
    if (summaries(before).equals(summaries(after))) {
      return Kind.UNCHANGED;
    }
    if (better.contains(Aspect.END.word())) {
      return Kind.FIXED;
    }
    if (!worse.isEmpty()) {
      boolean always = any(it -> sinks(it, before, after));
      return always ? Kind.WORSE : Kind.SOMETIMES_WORSE;
    }
    boolean sometimes = any(it -> sinks(it, after, before));
    return !better.isEmpty() ? Kind.BETTER : sometimes ? Kind.SOMETIMES_BETTER : Kind.DIFFERENT;
  }

  static List<String> words(Predicate<Aspect> which) {
    return Stream.of(Aspect.values()).filter(which).map(Aspect::word).toList();
  }

  private static boolean any(Predicate<Aspect> which) {
    return Stream.of(Aspect.values()).anyMatch(which);
  }

  private static List<String> summaries(Side side) {
    return side.seen().stream().map(it -> it.outcome().summary()).sorted().toList();
  }

  /** Is that a regression? */
  public boolean isWorse() {
    return kind == Kind.SOMETIMES_WORSE || kind == Kind.WORSE;
  }

  /** The kind in one or two words. */
  public String word() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The kind with the aspects: {@code sometimes worse in pstore; better in console}. */
  public String text() {
    StringBuilder text = new StringBuilder(word());
    if (isWorse()) {
      in(text, "", worse);
      in(text, "; better", better);
    } else {
      boolean named = kind == Kind.BETTER;
      in(text, named ? "" : "; better", better.stream().filter(this::unsaid).toList());
      in(text, "; worse", worse);
    }
    return text.toString();
  }

  /** Not worth mentioning: 'fixed' implies that it ends. */
  private boolean unsaid(String aspect) {
    return kind != Kind.FIXED || !aspect.equals(Aspect.END.word());
  }

  private static void in(StringBuilder text, String how, List<String> aspects) {
    if (!aspects.isEmpty()) {
      text.append(how).append(" in ").append(String.join(", ", aspects));
    }
  }
}
