package lastwords.cluster.machine;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongFunction;
import lastwords.cluster.live.LiveClock;
import lastwords.cluster.live.LivePart;
import lastwords.cluster.live.LivePart.Order;
import lastwords.cluster.live.LivePart.OrderKind;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Report;
import lastwords.cluster.live.PartRef;
import lastwords.machine.fault.Fault;

/** Orders to the parts of a live machine: numbered, and repeated until reported on. */
final class Orders {
  private static final int TERM_BITS = 40;

  private final LiveClock clock;
  private final Whereabouts whereabouts;
  private final SortedMap<Integer, ActorRef<LivePart.Command>> parts = new TreeMap<>();
  private final SortedMap<Long, Pending> pending = new TreeMap<>();
  private final Set<Integer> unwired = new TreeSet<>();
  private long numbers;

  /** An order without a report so far. */
  private record Pending(int part, LivePart.Command message, Consumer<Report> then) {}

  /**
   * @param term number of the coordinator, part of the orders' numbers: parts take no number twice
   */
  Orders(LiveClock clock, Whereabouts whereabouts, int term) {
    this.numbers = (long) term << TERM_BITS;
    this.clock = clock;
    this.whereabouts = whereabouts;
  }

  /**
   * Sends the parts the addresses of all.
   *
   * @param origins of all parts, by number
   * @param wired runs once all have them
   */
  void wire(
      List<PartRef> refs, List<Integer> origins, ActorRef<Command> coordinator, Runnable wired) {
    refs.forEach(it -> parts.put(it.part(), it.live()));
    unwired.addAll(parts.keySet());
    List<ActorRef<LivePart.Command>> all = List.copyOf(parts.values());
    for (int part : parts.keySet()) {
      send(
          part,
          number -> new LivePart.Wire(number, all, origins, coordinator),
          report -> wired(part, wired));
    }
  }

  /**
   * Sends parts that are already wired the address of a new coordinator.
   *
   * @param joined runs for each part that has it
   */
  void rewire(List<PartRef> refs, ActorRef<Command> coordinator, IntConsumer joined) {
    for (PartRef ref : refs) {
      if (parts.putIfAbsent(ref.part(), ref.live()) == null) {
        send(
            ref.part(),
            number -> new LivePart.Rewire(number, coordinator),
            report -> joined.accept(ref.part()));
      }
    }
  }

  private void wired(int part, Runnable wired) {
    unwired.remove(part);
    if (unwired.isEmpty()) {
      wired.run();
    }
  }

  private void send(int part, LongFunction<LivePart.Command> message, Consumer<Report> then) {
    long number = ++numbers;
    LivePart.Command made = message.apply(number);
    pending.put(number, new Pending(part, made, then));
    parts.get(part).tell(made);
  }

  /** Gives an order without arguments. */
  void order(int part, OrderKind kind, Consumer<Report> then) {
    order(part, kind, 0, 0, then);
  }

  /**
   * Gives an order.
   *
   * @param a of the order, by its kind
   * @param b of the order, by its kind
   * @param then takes the report
   */
  void order(int part, OrderKind kind, long a, long b, Consumer<Report> then) {
    send(part, number -> new Order(number, kind, a, b, Optional.empty()), then);
  }

  /** Begins or ends a fault. */
  void fault(int part, OrderKind kind, Fault fault, Consumer<Report> then) {
    send(part, number -> new Order(number, kind, 0, 0, Optional.of(fault)), then);
  }

  /** Gives an order to all parts that are not lost. */
  void all(OrderKind kind, long a) {
    for (int part : there()) {
      order(part, kind, a, clock.nanos(), report -> {});
    }
  }

  /** The parts that are not lost. */
  List<Integer> there() {
    return parts.keySet().stream().filter(it -> !whereabouts.lost().containsKey(it)).toList();
  }

  void reported(Report report) {
    Pending done = pending.remove(report.number());
    if (done != null) {
      done.then().accept(report);
    }
  }

  void repeat() {
    pending.values().forEach(it -> parts.get(it.part()).tell(it.message()));
  }

  /** Are there no reports outstanding? */
  boolean done() {
    return pending.isEmpty();
  }

  /** The parts with outstanding reports. */
  List<Integer> silent() {
    return pending.values().stream().map(Pending::part).toList();
  }

  void forgetAll() {
    pending.clear();
  }

  /** Stops waiting for reports of lost parts. */
  void forgetLost() {
    pending.values().removeIf(it -> whereabouts.lost().containsKey(it.part()));
  }

  /** Stops waiting for these parts' status reports. */
  void forgetLooks(Set<Integer> asked) {
    pending.values().removeIf(it -> looks(it) && asked.contains(it.part()));
  }

  private static boolean looks(Pending pending) {
    return pending.message() instanceof Order order && order.kind() == OrderKind.LOOK;
  }
}
