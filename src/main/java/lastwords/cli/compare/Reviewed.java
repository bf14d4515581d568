package lastwords.cli.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.compare.Change.Kind;

/**
 * What a review of a patch has found.
 *
 * @param patch as the user named it
 * @param changed the functions that it changes, each once
 * @param compared cases, the worst change first
 * @param notReached cases in whose run no changed function does anything
 * @param notTried cases for which there was no time
 * @param misfits why the patch does not fit the kernels of the other cases, each once
 */
record Reviewed(
    String patch,
    Set<String> changed,
    List<Compared> compared,
    List<String> notReached,
    List<String> notTried,
    Set<String> misfits) {
  private static final List<Kind> WORST_FIRST =
      List.of(
          Kind.WORSE,
          Kind.SOMETIMES_WORSE,
          Kind.UNKNOWN,
          Kind.DIFFERENT,
          Kind.FIXED,
          Kind.BETTER,
          Kind.SOMETIMES_BETTER,
          Kind.UNCHANGED);

  Reviewed {
    changed = new TreeSet<>(changed);
    misfits = new TreeSet<>(misfits);
    compared =
        compared.stream()
            .sorted(
                Comparator.<Compared>comparingInt(it -> WORST_FIRST.indexOf(kind(it)))
                    .thenComparing(Compared::name))
            .toList();
  }

  private static Kind kind(Compared one) {
    return one.comparison().orElseThrow().change().kind();
  }

  boolean worse() {
    return compared.stream().anyMatch(Compared::worse);
  }

  /** Those that are not as they were. */
  List<Compared> differing() {
    return compared.stream().filter(it -> kind(it) != Kind.UNCHANGED).toList();
  }
}
