package lastwords.machine.part;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Random;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Timing;
import lastwords.machine.bus.Trigger;

/**
 * Takes interrupts from CPUs and timers and delivers them to CPUs after their latency. Fault rules
 * decide here what is lost, delayed, duplicated or reordered on the way.
 */
public final class InterruptController implements Part {
  /** The vector of the NMI. */
  public static final int NMI_VECTOR = 2;

  /** A CPU that gets this starts over in this vector's handler: INIT and SIPI. */
  public static final int STARTUP_VECTOR = 5;

  private static final int MATCHED = 0; // per rule: number of matches
  private static final int FIRED = 1; // per rule: number of times it fired
  private static final int ACTIVE = 2; // per rule: 0 if it was withdrawn or its time has not come
  private static final int RULE_WORDS = 3;

  private final Timing timing;
  private final List<InterruptRule> rules; // those added during the run are at the end
  private final int room; // capacity
  private final int cpus;
  private long[] state;
  private int at;

  /**
   * @param spare rules that may be added during the run
   */
  public InterruptController(Timing timing, int cpus, List<InterruptRule> rules, int spare) {
    this.timing = timing;
    this.cpus = cpus;
    this.rules = new ArrayList<>(rules);
    this.room = rules.size() + spare;
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
      effects.timer(request.cpu, (int) request.target, request.a);
      return;
    }
    int vector = (int) request.target;
    for (int cpu = 0; cpu < cpus; cpu++) {
      if ((request.a >>> cpu & 1) != 0) {
        send(request.cpu, cpu, vector, now, Random.mix(draw, cpu), effects);
      }
    }
  }

  /** Sends an interrupt; {@code from} is -1 for one from outside the machine. */
  public void send(int from, int to, int vector, long now, long draw, Effects effects) {
    long latency = vector == NMI_VECTOR ? timing.nmiLatency() : timing.ipiLatency();
    long nanos = Random.jitter(latency, timing.jitterPercent(), draw);
    for (int i = 0; i < rules.size(); i++) {
      InterruptRule rule = rules.get(i);
      boolean concerned = now >= rule.trigger().atNanos() && rule.matches(from, to, vector);
      if (concerned && strikes(rule.trigger(), i, Random.mix(draw, 64 + i))) {
        strike(rule, from, to, vector, nanos, effects);
        return;
      }
    }
    effects.deliver(to, vector, nanos, from);
  }

  private boolean strikes(Trigger trigger, int index, long draw) {
    int slot = at + index * RULE_WORDS;
    long matched = state[slot + MATCHED]++;
    boolean may = state[slot + ACTIVE] != 0 && !trigger.spent(state[slot + FIRED]);
    if (!may || !trigger.turn(matched) || !trigger.lucky(draw)) {
      return false;
    }
    state[slot + FIRED]++;
    return true;
  }

  private static void strike(
      InterruptRule rule, int from, int to, int vector, long nanos, Effects effects) {
    long[] arrivals = rule.arrivals(nanos);
    for (long arrival : arrivals) {
      effects.deliver(to, vector, arrival, from);
    }
    if (arrivals.length == 0) {
      effects.dropped(to, vector, rule.id(), from);
    }
  }

  /** Adds a rule; false if there is no room for it. Withdrawn rules make room. */
  public boolean add(InterruptRule rule) {
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

  /** How often a rule of this part has fired; 0 if it has no rule with this id. */
  public long fired(int ruleId) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).id() == ruleId) {
        return state[at + i * RULE_WORDS + FIRED];
      }
    }
    return 0;
  }

  /** All rules, including those added during the run. */
  public List<InterruptRule> rules() {
    return List.copyOf(rules);
  }

  /** Turns a rule of this part on or off; false if it has no rule with this id. */
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
