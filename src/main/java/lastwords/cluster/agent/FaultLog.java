package lastwords.cluster.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.FaultInfo.State;
import lastwords.engine.FaultDescription;
import lastwords.engine.FaultDriver;
import lastwords.machine.bus.FaultRule;
import lastwords.verdict.FaultCount;

/** The faults that a machine has had, by number. */
public final class FaultLog {
  private final List<Entry> entries = new ArrayList<>();

  /** A fault, and what has become of it. */
  private static final class Entry {
    final FaultRule rule;
    final String text;
    State state = State.ACTIVE;
    long fired;

    Entry(FaultRule rule, String text) {
      this.rule = rule;
      this.text = text;
    }

    FaultInfo info() {
      boolean spent = rule.times() >= 0 && fired >= rule.times();
      State shown = state == State.ACTIVE && spent ? State.SPENT : state;
      return new FaultInfo(rule.id(), text, shown, fired);
    }
  }

  public FaultLog(List<FaultRule> rules) {
    rules.forEach(rule -> add(rule, FaultDescription.of(rule)));
  }

  /**
   * What a successor has to know of a fault.
   *
   * @param fired how often, as far as parts do not tell it
   * @param due has its time not come yet?
   */
  public record Kept(FaultRule rule, String text, State state, long fired, boolean due) {}

  /**
   * Those that an earlier coordinator knew.
   *
   * @param known by them
   */
  public void restore(List<Kept> known) {
    entries.clear();
    for (Kept it : known) {
      Entry entry = new Entry(it.rule(), it.text());
      entry.state = it.state();
      entry.fired = it.fired();
      entries.add(entry);
    }
  }

  /**
   * For a successor.
   *
   * @param due those whose time has not come yet
   */
  public List<Kept> kept(List<FaultRule> due) {
    return entries.stream()
        .map(
            it ->
                new Kept(
                    it.rule,
                    it.text,
                    it.state,
                    FaultDriver.timed(it.rule) ? it.fired : 0,
                    due.contains(it.rule)))
        .toList();
  }

  /** The number that the next one gets. */
  public int next() {
    return entries.stream().mapToInt(it -> it.rule.id() + 1).max().orElse(0);
  }

  public void add(FaultRule rule, String text) {
    entries.add(new Entry(rule, text.strip().replaceAll("\\s+", " ")));
  }

  public void remove(int id) {
    entries.removeIf(it -> it.rule.id() == id);
  }

  public Optional<FaultRule> rule(int id) {
    return entry(id).map(it -> it.rule);
  }

  public Optional<FaultInfo> info(int id) {
    return entry(id).map(Entry::info);
  }

  public List<FaultInfo> infos() {
    return entries.stream().map(Entry::info).toList();
  }

  /** Whoever counted says how often each has fired; those that it does not speak of are unknown. */
  public void counted(List<FaultCount> counts) {
    entries.forEach(it -> it.fired = FaultInfo.UNKNOWN);
    counts.forEach(count -> entry(count.id()).ifPresent(it -> it.fired = count.fired()));
  }

  /** How often each has fired. */
  public List<FaultCount> counts() {
    return entries.stream().map(it -> new FaultCount(it.rule.id(), it.text, it.fired)).toList();
  }

  public void fired(int id) {
    entry(id).ifPresent(it -> it.fired++);
  }

  public void withdrawn(int id) {
    entry(id).ifPresent(it -> it.state = State.WITHDRAWN);
  }

  /** The rule with its time, {@code after}, counted from now on. */
  public static FaultRule after(FaultRule rule, long now) {
    if (rule.atNanos() < 0) {
      return rule;
    }
    return new FaultRule(
        rule.id(),
        rule.kind(),
        rule.cpu(),
        rule.from(),
        rule.vector(),
        rule.function(),
        rule.lock(),
        rule.device(),
        rule.atNanos() + now,
        rule.nanos(),
        rule.factor(),
        rule.probability(),
        rule.interval(),
        rule.times(),
        rule.space());
  }

  private Optional<Entry> entry(int id) {
    return entries.stream().filter(it -> it.rule.id() == id).findFirst();
  }
}
