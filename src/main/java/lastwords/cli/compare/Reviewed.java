package lastwords.cli.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.compare.Change.Kind;

/**
 * The result of a review of a patch.
 *
 * @param patch as named by the user
 * @param changed the functions that it changes, each once
 * @param compared cases, the worst change first
 * @param notReached cases in whose runs no changed function performs an operation
 * @param notTried cases that were left out, or not finished
 * @param interrupted whether that is because the user interrupted it; otherwise there was no time
 * @param misfits why the patch does not fit the kernels of the other cases
 * @param problems errors in the patch, if they prevent any comparison
 */
record Reviewed(
    String patch,
    Set<String> changed,
    List<Compared> compared,
    List<String> notReached,
    List<String> notTried,
    boolean interrupted,
    List<Misfit> misfits,
    List<String> problems) {
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
    problems = List.copyOf(problems);
    changed = new TreeSet<>(changed);
    misfits = List.copyOf(misfits);
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

  /** Of a patch that changes nothing. */
  static Reviewed nothing(String patch) {
    return new Reviewed(
        patch, Set.of(), List.of(), List.of(), List.of(), false, List.of(), List.of());
  }

  /** Was every case examined, and does no function differ? */
  boolean changesNothing() {
    return changed.isEmpty() && notTried.isEmpty() && misfits.isEmpty();
  }

  boolean worse() {
    return compared.stream().anyMatch(Compared::worse);
  }

  /** The comparisons with a difference. */
  List<Compared> differing() {
    return compared.stream().filter(it -> kind(it) != Kind.UNCHANGED).toList();
  }
}
