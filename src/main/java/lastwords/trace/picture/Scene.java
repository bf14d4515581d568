package lastwords.trace.picture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lastwords.machine.bus.Operation;
import lastwords.machine.part.InterruptController;
import lastwords.trace.Micros;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.story.InterruptPaths;
import lastwords.trace.story.InterruptPaths.Fate;
import lastwords.trace.story.Kind;
import lastwords.trace.story.Moment;
import lastwords.trace.story.Told;

/**
 * The content of a picture of a run.
 *
 * @param cpus those with a moment, and those to which interrupts are sent; -1: no CPU
 * @param rows the moments, from top to bottom
 * @param leftOut number of further moments that do not fit
 */
public record Scene(
    String title, List<Integer> cpus, List<Row> rows, List<Arrow> arrows, int leftOut) {
  private static final int MOST_ROWS = 500;

  /**
   * A moment.
   *
   * @param when for the margin: {@code 1.165 us}, or {@code step 17}
   * @param place {@code panic() panic.c:88}; may be empty
   * @param doing what its CPU is doing from now on
   */
  public record Row(
      int cpu, String when, String context, Kind kind, String text, String place, Doing doing) {}

  /** What a CPU is doing from a moment on. */
  public enum Doing {
    /** The same as before: the moment only happened to it. */
    AS_BEFORE,
    TASK,
    SOFTIRQ,
    IRQ,
    NMI,
    WAIT;

    /** Its word in a picture. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An interrupt from CPU to CPU.
   *
   * @param fromRow the row in which it is sent
   * @param toRow the row in which it is taken or lost, or arrives; -1: there is no such row
   */
  public record Arrow(int from, int fromRow, int to, int toRow, Fate fate, String what) {}

  public Scene {
    cpus = List.copyOf(cpus);
    rows = List.copyOf(rows);
    arrows = List.copyOf(arrows);
  }

  /**
   * The scene of a story.
   *
   * @param only CPUs to which interrupts are shown; empty: all
   * @param timed does the run have a clock?
   */
  public static Scene of(
      String title,
      List<Told> story,
      TraceBuffer trace,
      StepNames names,
      Set<Integer> only,
      boolean timed)
      throws IOException {
    List<Told> told = story.subList(0, Math.min(story.size(), MOST_ROWS));
    Map<Long, Integer> rows = new HashMap<>(); // by step
    for (int row = 0; row < told.size(); row++) {
      rows.putIfAbsent(told.get(row).moment().seq(), row);
    }
    Map<Long, Doing> entered = new HashMap<>(); // by the step that begins a handler
    List<Arrow> arrows = new ArrayList<>(arrows(trace, names, rows, entered));
    arrows.removeIf(it -> !only.isEmpty() && !only.contains(it.to()));
    TreeSet<Integer> cpus = new TreeSet<>(Comparator.comparingInt(cpu -> cpu & 0xff)); // -1 last
    told.forEach(it -> cpus.add(it.moment().cpu()));
    arrows.forEach(it -> cpus.add(it.to()));
    return new Scene(
        title,
        List.copyOf(cpus),
        told.stream().map(it -> row(it, timed, entered)).toList(),
        arrows,
        story.size() - told.size());
  }

  private static Row row(Told told, boolean timed, Map<Long, Doing> entered) {
    Moment moment = told.moment();
    String when = timed ? Micros.text(moment.nanos()).strip() + " us" : "step " + moment.seq();
    String until =
        told.times() > 1 && timed ? ", until " + Micros.text(told.untilNanos()).strip() : "";
    String place = moment.hasPlace() ? moment.function() + "()  " + moment.place() : "";
    return new Row(
        moment.cpu(),
        when,
        moment.context(),
        moment.kind(),
        moment.text() + until,
        place,
        entered.getOrDefault(moment.seq(), doing(moment)));
  }

  private static Doing doing(Moment moment) {
    if (moment.function().isEmpty()) {
      return Doing.AS_BEFORE;
    }
    return moment.kind() == Kind.WAIT
        ? Doing.WAIT
        : Doing.valueOf(moment.context().toUpperCase(Locale.ROOT));
  }

  private static List<Arrow> arrows(
      TraceBuffer trace, StepNames names, Map<Long, Integer> rows, Map<Long, Doing> entered)
      throws IOException {
    List<InterruptPaths.End> ends = new ArrayList<>();
    InterruptPaths paths = new InterruptPaths(ends::add);
    long[] last = new long[2];
    trace.forEach(
        step -> {
          paths.step(step);
          if (step.operation() == Operation.INTERRUPT && rows.containsKey(step.seq())) {
            boolean nmi = step.target() == InterruptController.NMI_VECTOR;
            entered.put(step.seq(), nmi ? Doing.NMI : Doing.IRQ);
          }
          last[0] = step.seq();
          last[1] = step.nanos();
        });
    paths.end(last[0], last[1]);
    return ends.stream()
        .filter(it -> rows.containsKey(it.sent().sent()))
        .sorted(Comparator.comparingLong(it -> it.sent().number()))
        .map(it -> arrow(it, names, rows))
        .toList();
  }

  private static Arrow arrow(InterruptPaths.End end, StepNames names, Map<Long, Integer> rows) {
    InterruptPaths.Sent sent = end.sent();
    long shown = end.fate() == Fate.PENDING ? sent.arrived() : end.seq();
    return new Arrow(
        sent.from(),
        rows.get(sent.sent()),
        sent.to(),
        rows.getOrDefault(shown, -1),
        end.fate(),
        names.vector(sent.vector()));
  }
}
