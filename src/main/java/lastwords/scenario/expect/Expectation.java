package lastwords.scenario.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.CpuRanges;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.OutcomeWord;
import lastwords.outcome.PstoreWord;
import lastwords.outcome.evidence.Evidence;
import lastwords.outcome.evidence.Requirement;

/**
 * A line of a scenario's {@code expect}: outcomes, how often they should occur, and why. A missing
 * field matches anything; one with several words matches any of them.
 *
 * @param end loop, hang, ...
 * @param at what the panic CPU waits for: {@code cpu0:logbuf_lock}
 * @param in the kernel function in which it waits
 * @param console all, partial, ...
 * @param pstore written, skipped, ...
 * @param kdump ok, not-taken, ...
 * @param notStopped exactly the CPUs that are not stopped: any of several sets
 * @param conditions on lines, dumps and times: all must hold
 * @param observe how often
 * @param because the reason, for people
 * @param where the place in the file
 */
public record Expectation(
    List<End> end,
    List<String> at,
    List<String> in,
    List<ConsoleWord> console,
    List<PstoreWord> pstore,
    List<KdumpWord> kdump,
    List<SortedSet<Integer>> notStopped,
    List<Requirement> conditions,
    Observe observe,
    String because,
    String where) {
  public Expectation {
    end = List.copyOf(end);
    at = List.copyOf(at);
    in = List.copyOf(in);
    console = List.copyOf(console);
    pstore = List.copyOf(pstore);
    kdump = List.copyOf(kdump);
    notStopped = List.copyOf(notStopped);
    conditions = List.copyOf(conditions);
  }

  /** Is this one of the outcomes that the line describes? */
  public boolean matches(Outcome outcome) {
    return allows(end, outcome.end())
        && (at.isEmpty() || at.stream().anyMatch(it -> isAt(it, outcome.at())))
        && allows(in, outcome.in())
        && allows(console, outcome.console())
        && allows(pstore, outcome.pstore())
        && allows(kdump, outcome.kdump())
        && (notStopped.isEmpty() || notStopped.contains(outcome.notStopped().keySet()))
        && conditions.stream().noneMatch(it -> outcome.unmet().contains(it.text()));
  }

  /**
   * A variable may be given without its members: {@code dump_lock} for {@code dump_lock.counter}.
   */
  private static boolean isAt(String place, String at) {
    boolean member = !place.isEmpty() && at.startsWith(place) && at.length() > place.length();
    return at.equals(place) || member && ".[".indexOf(at.charAt(place.length())) >= 0;
  }

  private static <T> boolean allows(List<T> words, T word) {
    return words.isEmpty() || words.contains(word);
  }

  /** Which of its conditions do not hold, and what was found instead. */
  public List<String> unmet(Evidence evidence) {
    return conditions.stream()
        .filter(it -> !it.holds(evidence))
        .map(it -> it.text() + ": " + it.found(evidence))
        .toList();
  }

  /** The line in short: {@code end=hang at=cpu0:logbuf_lock always}. */
  public String text() {
    List<String> parts = new ArrayList<>();
    addWords(parts, "end", end);
    add(parts, "at", at);
    add(parts, "in", in);
    addWords(parts, "console", console);
    addWords(parts, "pstore", pstore);
    addWords(parts, "kdump", kdump);
    add(parts, "notStopped", notStopped.stream().map(Expectation::set).toList());
    parts.addAll(conditions.stream().map(it -> "(" + it.text() + ")").toList());
    parts.add(observe.word());
    return String.join(" ", parts);
  }

  private static String set(SortedSet<Integer> cpus) {
    return "[" + CpuRanges.of(cpus, ",", 3) + "]";
  }

  private static void addWords(List<String> parts, String name, List<? extends OutcomeWord> words) {
    add(parts, name, OutcomeWord.words(words));
  }

  private static void add(List<String> parts, String name, List<String> words) {
    if (!words.isEmpty()) {
      parts.add(name + "=" + String.join("|", words));
    }
  }
}
