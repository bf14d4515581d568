package lastwords.machine.part;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.FaultRule;
import lastwords.machine.bus.FaultRule.Kind;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Timing;

/**
 * Takes interrupts from CPUs and timers and brings them to CPUs after the time that takes. What is
 * lost, late, doubled or overtaken on the way is decided here, by fault rules.
 */
public final class InterruptController implements Part {
  /** The vector of the NMI. */
  public static final int NMI_VECTOR = 2;

  private static final long OVERTAKEN = 10; // a reordered interrupt is this many latencies late
  private static final int MATCHED = 0; // per rule: how often it matched
  private static final int FIRED = 1; // per rule: how often it fired
  private static final int ACTIVE = 2; // per rule: 0 when it was withdrawn or its time has not come
  private static final int RULE_WORDS = 3;

  private final Timing timing;
  private final List<FaultRule> rules; // those that came while it ran are at the end
  private final int room; // for so many
  private final int cpus;
  private long[] state;
  private int at;

  /**
   * @param spare rules that may be added while the machine runs
   */
  public InterruptController(Timing timing, int cpus, List<FaultRule> faults, int spare) {
    this.timing = timing;
    this.cpus = cpus;
    this.rules = new ArrayList<>(faults.stream().filter(InterruptController::concerns).toList());
    this.room = rules.size() + spare;
  }

  /** Is that a fault of interrupts on their way? */
  public static boolean concerns(FaultRule rule) {
    return switch (rule.kind()) {
      case DROP_INTERRUPT, DELAY_INTERRUPT, DUPLICATE_INTERRUPT, REORDER_INTERRUPT -> true;
      default -> false;
    };
  }

  @Override
  public int words() {
    return room * RULE_WORDS;
  }

  @Override
  public void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
  }

  @Override
  public void reset() {
    for (int i = 0; i < rules.size(); i++) {
      state[at + i * RULE_WORDS + MATCHED] = 0;
      state[at + i * RULE_WORDS + FIRED] = 0;
      state[at + i * RULE_WORDS + ACTIVE] = 1;
    }
  }

  @Override
  public void perform(Request request, long now, long draw, Effects effects) {
    if (request.operation == Operation.TIMER.ordinal()) {
      effects.add(Effects.TIMER, request.cpu, request.target, request.a, 0);
      return;
    }
    int vector = (int) request.target;
    for (int cpu = 0; cpu < cpus; cpu++) {
      if ((request.a >>> cpu & 1) != 0) {
        send(request.cpu, cpu, vector, now, Random.mix(draw, cpu), effects);
      }
    }
  }

  /** Brings an interrupt on its way; {@code from} is -1 for one from outside the machine. */
  public void send(int from, int to, int vector, long now, long draw, Effects effects) {
    long latency = vector == NMI_VECTOR ? timing.nmiLatency() : timing.ipiLatency();
    long nanos = Random.jitter(latency, timing.jitterPercent(), draw);
    for (int i = 0; i < rules.size(); i++) {
      FaultRule rule = rules.get(i);
      if (matches(rule, from, to, vector, now) && fires(rule, i, Random.mix(draw, 64 + i))) {
        apply(rule, from, to, vector, nanos, effects);
        return;
      }
    }
    effects.add(Effects.DELIVER, to, vector, nanos, from);
  }

  private static boolean matches(FaultRule rule, int from, int to, int vector, long now) {
    return (rule.cpu() < 0 || rule.cpu() == to)
        && (rule.from() < 0 || rule.from() == from)
        && (rule.vector() < 0 || rule.vector() == vector)
        && now >= rule.atNanos();
  }

  private boolean fires(FaultRule rule, int index, long draw) {
    int slot = at + index * RULE_WORDS;
    long matched = state[slot + MATCHED]++;
    boolean spent = rule.times() >= 0 && state[slot + FIRED] >= rule.times();
    if (state[slot + ACTIVE] == 0 || spent || matched < rule.space()) {
      return false;
    }
    boolean turn = (matched - rule.space()) % Math.max(1, rule.interval()) == 0;
    if (!turn || Long.remainderUnsigned(draw, 100) >= rule.probability()) {
      return false;
    }
    state[slot + FIRED]++;
    return true;
  }

  private void apply(FaultRule rule, int from, int to, int vector, long nanos, Effects effects) {
    if (rule.kind() == Kind.DROP_INTERRUPT) {
      effects.add(Effects.DROPPED, to, vector, rule.id(), from);
      return;
    }
    long late =
        rule.kind() == Kind.REORDER_INTERRUPT ? OVERTAKEN * nanos : Math.max(0, rule.nanos());
    effects.add(Effects.DELIVER, to, vector, nanos + late, from);
    if (rule.kind() == Kind.DUPLICATE_INTERRUPT) {
      effects.add(Effects.DELIVER, to, vector, 2 * nanos + late, from);
    }
  }

  /** Takes one more rule; false when there is no room for it. Withdrawn ones make room. */
  public boolean add(FaultRule rule) {
    int slot = rules.size();
    for (int i = rules.size() - 1; i >= 0; i--) {
      slot = state[at + i * RULE_WORDS + ACTIVE] == 0 ? i : slot;
    }
    if (slot == room) {
      return false;
    }
    if (slot == rules.size()) {
      rules.add(rule);
    } else {
      rules.set(slot, rule);
    }
    state[at + slot * RULE_WORDS + MATCHED] = 0;
    state[at + slot * RULE_WORDS + FIRED] = 0;
    state[at + slot * RULE_WORDS + ACTIVE] = 1;
    return true;
  }

  /** How often a rule of this part has fired; 0 when it has none with that number. */
  public long fired(int ruleId) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id() == ruleId) {
        return state[at + i * RULE_WORDS + FIRED];
      }
    }
    return 0;
  }

  /** The rules that are here, also those that came while the machine ran. */
  public List<FaultRule> rules() {
    return List.copyOf(rules);
  }

  /** Turns a rule of this part on or off; false when it has none with that number. */
  public boolean activate(int ruleId, boolean active) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id() == ruleId) {
        state[at + i * RULE_WORDS + ACTIVE] = active ? 1 : 0;
        return true;
      }
    }
    return false;
  }
}
