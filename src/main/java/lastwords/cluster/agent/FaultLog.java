package lastwords.cluster.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.FaultInfo.State;
import lastwords.engine.FaultDescription;
import lastwords.machine.fault.Fault;
import lastwords.outcome.FaultCount;

/** All faults of a machine, by number. */
public final class FaultLog {
  private final List<Entry> entries = new ArrayList<>();

  /** A fault and its state. */
  private static final class Entry {
    final Fault fault;
    final String text;
    State state = State.ACTIVE;
    long fired;

    Entry(Fault fault, String text) {
      this.fault = fault;
      this.text = text;
    }

    FaultInfo info() {
      boolean spent = fault.trigger().spent(fired);
      State shown = state == State.ACTIVE && spent ? State.SPENT : state;
      return new FaultInfo(fault.id(), text, shown, fired);
    }
  }

  public FaultLog(List<Fault> faults) {
    faults.forEach(it -> add(it, FaultDescription.of(it)));
  }

  /**
   * What a successor needs to know of a fault.
   *
   * @param fired how often it has fired, without what parts report again
   * @param due whether its time is still to come
   */
  public record Kept(Fault fault, String text, State state, long fired, boolean due) {}

  /**
   * Takes over the faults of an earlier coordinator.
   *
   * @param known the faults it knew
   */
  public void restore(List<Kept> known) {
    entries.clear();
    for (Kept it : known) {
      Entry entry = new Entry(it.fault(), it.text());
      entry.state = it.state();
      entry.fired = it.fired();
      entries.add(entry);
    }
  }

  /**
   * For a successor.
   *
   * @param due numbers of those whose time is still to come
   */
  public List<Kept> kept(List<Fault> due) {
    return entries.stream()
        .map(
            it ->
                new Kept(
                    it.fault,
                    it.text,
                    it.state,
                    it.fault.timed() ? it.fired : 0,
                    due.contains(it.fault)))
        .toList();
  }

  /** Number of the next fault. */
  public int next() {
    return entries.stream().mapToInt(it -> it.fault.id() + 1).max().orElse(0);
  }

  public void add(Fault fault, String text) {
    entries.add(new Entry(fault, text.strip().replaceAll("\\s+", " ")));
  }

  public void remove(int id) {
    entries.removeIf(it -> it.fault.id() == id);
  }

  public Optional<Fault> fault(int id) {
    return entry(id).map(it -> it.fault);
  }

  public Optional<FaultInfo> info(int id) {
    return entry(id).map(Entry::info);
  }

  public List<FaultInfo> infos() {
    return entries.stream().map(Entry::info).toList();
  }

  /** Sets how often each fault has fired; the others remain unknown. */
  public void counted(List<FaultCount> counts) {
    entries.forEach(it -> it.fired = FaultInfo.UNKNOWN);
    counts.forEach(count -> entry(count.id()).ifPresent(it -> it.fired = count.fired()));
  }

  /** How often each has fired. */
  public List<FaultCount> counts() {
    return entries.stream().map(it -> new FaultCount(it.fault.id(), it.text, it.fired)).toList();
  }

  /** Adds firings of a fault. */
  public void fired(int id, long times) {
    entry(id).ifPresent(it -> it.fired += times);
  }

  public void withdrawn(int id) {
    entry(id).ifPresent(it -> it.state = State.WITHDRAWN);
  }

  /** The fault with its time, {@code after}, relative to now. */
  public static Fault after(Fault fault, long now) {
    return fault.with(fault.id(), fault.trigger().after(now));
  }

  private Optional<Entry> entry(int id) {
    return entries.stream().filter(it -> it.fault.id() == id).findFirst();
  }
}
