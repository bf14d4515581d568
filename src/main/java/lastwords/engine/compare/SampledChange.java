package lastwords.engine.compare;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lastwords.engine.compare.Change.Kind;

/** How a case changes if both sides are samples: only significant differences count. */
final class SampledChange {
  private final Side before;
  private final Side after;

  SampledChange(Side before, Side after) {
    this.before = before;
    this.after = after;
  }

  Change change() {
    List<String> worse = Change.words(it -> cuts(it).anyMatch(cut -> atLeast(it, cut) < 0));
    List<String> better = Change.words(it -> cuts(it).anyMatch(cut -> atLeast(it, cut) > 0));
    return new Change(kind(worse, better), worse, better);
  }

  private Kind kind(List<String> worse, List<String> better) {
    if (!worse.isEmpty()) {
      return Kind.WORSE;
    }
    if (!better.isEmpty()) {
      boolean ends = better.contains(Aspect.END.word()) && after.count(SampledChange::hangs) == 0;
      return ends ? Kind.FIXED : Kind.BETTER;
    }
    boolean differs = new Comparison(before, after).rows().stream().anyMatch(it -> it.changed());
    return differs ? Kind.DIFFERENT : Kind.UNCHANGED;
  }

  private static boolean hangs(Seen seen) {
    return Aspect.END.rank(seen.outcome()) == 0;
  }

  /** The ranks that separate the outcomes of an aspect. */
  private IntStream cuts(Aspect aspect) {
    return Stream.of(before, after)
        .flatMap(side -> side.decided().stream())
        .map(Seen::outcome)
        .filter(aspect::matters)
        .mapToInt(aspect::rank)
        .distinct();
  }

  /**
   * Is the share of outcomes with at least this rank, among the relevant ones, significantly
   * different?
   */
  private int atLeast(Aspect aspect, int rank) {
    return Frequencies.compare(
        good(before, aspect, rank),
        all(before, aspect),
        good(after, aspect, rank),
        all(after, aspect),
        questions());
  }

  /** Every outcome has at least the lowest rank of an aspect: each other rank is a question. */
  private int questions() {
    return Stream.of(Aspect.values()).mapToInt(it -> (int) cuts(it).skip(1).count()).sum();
  }

  private static int all(Side side, Aspect aspect) {
    return side.count(it -> it.outcome().end().known() && aspect.matters(it.outcome()));
  }

  private static int good(Side side, Aspect aspect, int rank) {
    return side.count(
        it ->
            it.outcome().end().known()
                && aspect.matters(it.outcome())
                && aspect.rank(it.outcome()) >= rank);
  }
}
