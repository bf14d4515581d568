package lastwords.engine.witness;

import java.util.Comparator;
import java.util.List;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.kernelc.source.Wording;
import lastwords.scenario.Setup;

/**
 * The size of a witness. Of two, the smaller one has fewer faults; if equal, fewer CPUs with work;
 * then fewer CPUs, fewer choices, fewer interrupts taken, fewer switches from one CPU to another.
 */
public record Measure(int faults, int working, int cpus, int choices, int interrupts, int switches)
    implements Comparable<Measure> {
  private static final Comparator<Measure> ORDER =
      Comparator.comparingInt(Measure::faults)
          .thenComparingInt(Measure::working)
          .thenComparingInt(Measure::cpus)
          .thenComparingInt(Measure::choices)
          .thenComparingInt(Measure::interrupts)
          .thenComparingInt(Measure::switches);

  static Measure of(Setup setup, List<Action> schedule) {
    int idle = setup.image().function("idle").orElse(-1);
    int working = (int) setup.entries().stream().filter(entry -> entry != idle).count();
    int faults = setup.faults().size() + count(schedule, Kind.STALL) + count(schedule, Kind.DROP);
    int interrupts = count(schedule, Kind.DELIVER) + count(schedule, Kind.TIMER);
    return new Measure(
        faults, working, setup.entries().size(), schedule.size(), interrupts, switches(schedule));
  }

  private static int count(List<Action> schedule, Kind kind) {
    return (int) schedule.stream().filter(choice -> choice.kind() == kind).count();
  }

  private static int switches(List<Action> schedule) {
    int switches = 0;
    for (int i = 1; i < schedule.size(); i++) {
      switches += schedule.get(i).cpu() == schedule.get(i - 1).cpu() ? 0 : 1;
    }
    return switches;
  }

  @Override
  public int compareTo(Measure other) {
    return ORDER.compare(this, other);
  }

  boolean below(Measure other) {
    return compareTo(other) < 0;
  }

  /** In words. */
  public String text() {
    return Wording.count(choices, "choice")
        + ", "
        + Wording.count(switches, "context switch")
        + ", "
        + Wording.count(interrupts, "interrupt")
        + ", "
        + Wording.count(faults, "fault")
        + ", "
        + Wording.count(cpus, "CPU")
        + " ("
        + working
        + " with work)";
  }
}
