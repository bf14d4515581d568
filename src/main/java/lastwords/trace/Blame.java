package lastwords.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The decision that made two runs of the same case differ. Two runs may do the same things in a
 * different order for a long time; what counts is the first step in which a CPU by itself does
 * something else or gets another answer, and which CPU was first there.
 *
 * <p>A CPU that has had the same answers so far but stores something else has read a clock: that is
 * not a decision, and neither is what is later read from there.
 */
final class Blame {
  private static final Set<String> TEXTS =
      new TreeSet<>(List.of("text", "note", "uart_tx", "pram_write", "delay", "timer"));

  private final List<TraceStep> left;
  private final List<TraceStep> right;
  private final Set<String> clocks = new TreeSet<>(); // variables that hold times

  private Blame(List<TraceStep> left, List<TraceStep> right) {
    this.left = left;
    this.right = right;
  }

  /** The decision in lines; none if there is nothing to say. */
  static List<String> of(List<TraceStep> left, List<TraceStep> right) {
    return new Blame(left, right).lines();
  }

  /**
   * Where a CPU's steps diverge: indices in the whole traces, their ends if there are no more
   * steps.
   */
  private record Parting(int left, int right) {
    int first() {
      return Math.min(left, right);
    }
  }

  private List<String> lines() {
    Optional<Parting> parting = parting();
    if (parting.isEmpty()) {
      return List.of("every CPU does the same in both; only the order differs");
    }
    return told(parting.get());
  }

  /** The set of variables that hold times is complete once nothing more is added. */
  private Optional<Parting> parting() {
    int known;
    Optional<Parting> first;
    do {
      known = clocks.size();
      first = first();
    } while (clocks.size() > known);
    return first;
  }

  private Optional<Parting> first() {
    TreeSet<Integer> cpus = new TreeSet<>();
    left.forEach(step -> cpus.add(step.cpu()));
    right.forEach(step -> cpus.add(step.cpu()));
    cpus.remove(-1);
    Optional<Parting> first = Optional.empty();
    for (int cpu : cpus) {
      Optional<Parting> own = parting(cpu);
      if (own.isPresent() && (first.isEmpty() || own.get().first() < first.get().first())) {
        first = own;
      }
    }
    return first;
  }

  private Optional<Parting> parting(int cpu) {
    List<Integer> a = places(left, cpu);
    List<Integer> b = places(right, cpu);
    int i = 0;
    while (i < a.size() && i < b.size() && alike(left.get(a.get(i)), right.get(b.get(i)))) {
      i++;
    }
    if (i == a.size() && i == b.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Parting(i < a.size() ? a.get(i) : left.size(), i < b.size() ? b.get(i) : right.size()));
  }

  private boolean alike(TraceStep a, TraceStep b) {
    if (a.same(b)) {
      return true;
    }
    boolean place = a.sameDone(b);
    boolean stored = place && a.writes() && !a.argument().equals(b.argument());
    if (stored && a.result().equals(b.result())) {
      clocks.add(a.target());
    } else if (place && a.op().equals("text")) {
      clocks.add(a.target().replaceFirst("^&", "")); // a text with a timestamp
    }
    boolean texts = a.hasText() && b.hasText();
    return place && (texts || clocks.contains(a.target()) || TEXTS.contains(a.op()));
  }

  private static List<Integer> places(List<TraceStep> steps, int cpu) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).cpu() == cpu) {
        places.add(i);
      }
    }
    return places;
  }

  private List<String> told(Parting parting) {
    List<String> lines = new ArrayList<>();
    Optional<TraceStep> a = at(left, parting.left());
    Optional<TraceStep> b = at(right, parting.right());
    lines.add("  < " + a.map(it -> it.seq() + "  " + it.text()).orElse("it does nothing more"));
    lines.add("  > " + b.map(it -> it.seq() + "  " + it.text()).orElse("it does nothing more"));
    if (a.isPresent() && b.isPresent()) {
      decision(parting, a.get(), b.get(), lines);
    }
    return lines;
  }

  private static Optional<TraceStep> at(List<TraceStep> steps, int place) {
    return place < steps.size() ? Optional.of(steps.get(place)) : Optional.empty();
  }

  private void decision(Parting parting, TraceStep a, TraceStep b, List<String> lines) {
    if (a.arrives() != b.arrives()) {
      TraceStep event = a.arrives() ? a : b;
      lines.add(
          "the decision: whether cpu" + event.cpu() + " continues first, or: " + event.text());
    } else if (a.op().equals("firmware") && a.sameAsked(b)) {
      lines.add("the decision: a random number, from the seed");
    } else if (a.sameAsked(b) || a.target().equals(b.target()) && !a.target().isEmpty()) {
      lines.add("the decision: who is first at " + a.target());
      lines.add("  < " + writer(left, parting.left(), a));
      lines.add("  > " + writer(right, parting.right(), b));
    }
  }

  /** The last CPU before this step that changed its target. */
  private static String writer(List<TraceStep> steps, int place, TraceStep step) {
    for (int i = place - 1; i >= 0; i--) {
      TraceStep before = steps.get(i);
      if (before.writes() && before.target().equals(step.target())) {
        return "after " + before.seq() + "  " + before.text();
      }
    }
    return "before anyone has changed it";
  }
}
