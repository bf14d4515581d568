package lastwords.engine.recording;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Carrier;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.Trigger;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.DeviceFault;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.InterruptFault;
import lastwords.machine.fault.NmiButton;
import lastwords.machine.text.Texts.Definition;
import lastwords.outcome.Ending;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Bundle;
import lastwords.scenario.Setup;
import lastwords.trace.PartEvent;
import lastwords.trace.TraceRecord;
import lastwords.trace.Transaction;

/**
 * A machine spread over nodes, each with its own clock and texts, whose parts exchange messages:
 * who acts next, how long a message takes and when faults strike is random. It records like a
 * cluster, without one.
 */
final class ChanceRun {
  private static final int INJECTED = 100; // id of the first fault added during the run

  private record Message(int node, long clock, List<Definition> texts, Runnable what) {}

  /** A CPU's request to a part on its own node. */
  private static final class Local {
    final int part;
    final long asked;
    final long stops;
    boolean performed;
    long nanos;

    Local(int part, long asked, long stops) {
      this.part = part;
      this.asked = asked;
      this.stops = stops;
    }
  }

  private record Timer(long nanos, long number, Runnable what) {}

  final RunHeader header;
  final Machine whole;
  final List<TraceRecord> records = new ArrayList<>();
  final List<PartEvent> events = new ArrayList<>(); // of the records
  RunFooter footer;

  private final Random random;
  private final Setup setup;
  private final Machine[] nodes;
  private final long[] clocks;
  private final int[] home; // by part
  private final long[][] slices;
  private final long[] seq;
  private final boolean[] asks;
  private final Local[] locals; // by CPU: its request, if it has one
  private final List<Deque<Runnable>> held = new ArrayList<>(); // by CPU: for the end of the step
  private final List<Message> messages = new ArrayList<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparing(Timer::nanos).thenComparing(Timer::number));
  private final long[] timerSet;
  private final long[] uartSet;
  private long timerNumber;
  private long now;
  private boolean ended;

  ChanceRun(Bundle bundle, long seed, int actions) {
    random = new Random(seed);
    setup = bundle.setup();
    whole = Simulator.booted(setup, RecordingReplay.SPARE_FAULTS);
    int count = 1 + random.nextInt(3);
    nodes = new Machine[count];
    for (int i = 0; i < count; i++) {
      nodes[i] = whole.copy(i + 1);
    }
    int parts = whole.wiring().parts();
    clocks = new long[count];
    home = new int[parts];
    slices = new long[parts][];
    seq = new long[parts];
    asks = new boolean[whole.cpus()];
    locals = new Local[whole.cpus()];
    timerSet = new long[whole.cpus()];
    uartSet = new long[whole.wiring().uarts()];
    header = spread(bundle, seed);
    faults();
    run(actions);
    finish();
  }

  private RunHeader spread(Bundle bundle, long seed) {
    SortedMap<Integer, String> places = new TreeMap<>();
    SortedMap<Integer, Integer> origins = new TreeMap<>();
    for (int part = 0; part < home.length; part++) {
      home[part] = random.nextInt(nodes.length);
      slices[part] = at(part).detach(part);
      places.put(part, "node-" + (char) ('a' + home[part]));
      origins.put(part, home[part] + 1);
    }
    for (int cpu = 0; cpu < asks.length; cpu++) {
      held.add(new ArrayDeque<>());
    }
    return new RunHeader(
        "id-" + seed, "m" + seed, bundle, places, origins, RunHeader.LIVE, 1, seed);
  }

  private Machine at(int part) {
    return nodes[home[part]];
  }

  private Cpu cpu(int number) {
    return at(number).cpu(number);
  }

  // ---- scheduling ----

  private void run(int actions) {
    for (int i = 0; i < actions && !ended; i++) {
      now += random.nextInt(300);
      List<Runnable> choices = choices();
      if (choices.isEmpty() && !skip()) {
        return;
      }
      if (!choices.isEmpty()) {
        choices.get(random.nextInt(choices.size())).run();
      }
    }
  }

  private List<Runnable> choices() {
    List<Runnable> choices = new ArrayList<>();
    for (Message message : messages) {
      choices.add(() -> receive(message));
    }
    for (int i = 0; i < asks.length; i++) {
      int number = i;
      if (!asks[i] && cpu(i).runnable()) {
        choices.add(() -> step(number));
      } else if (!asks[i] && cpu(i).deadline() <= now) {
        choices.add(() -> timeout(number));
      }
    }
    if (!timers.isEmpty() && timers.peek().nanos() <= now) {
      choices.add(() -> timers.poll().what().run());
    }
    return choices;
  }

  /** There is nothing to do: time passes. */
  private boolean skip() {
    long next = timers.isEmpty() ? Long.MAX_VALUE : timers.peek().nanos();
    for (int i = 0; i < asks.length; i++) {
      next = asks[i] || cpu(i).stalled() ? next : Math.min(next, cpu(i).deadline());
    }
    now = next == Long.MAX_VALUE ? now : Math.max(now, next);
    return next != Long.MAX_VALUE;
  }

  private void receive(Message message) {
    messages.remove(message);
    clocks[message.node()] = Math.max(clocks[message.node()], message.clock());
    nodes[message.node()].texts().define(message.texts());
    message.what().run();
  }

  private void send(int from, int to, long[] words, Runnable what) {
    List<Definition> texts = at(from).texts().definitions(words);
    messages.add(new Message(home[to], clocks[home[from]], texts, what));
  }

  private void after(long nanos, Runnable what) {
    timers.add(new Timer(now + Math.max(0, nanos), timerNumber++, what));
  }

  // ---- CPUs ----

  private void step(int number) {
    Event step = new Event.Step(number);
    if (step.begin(at(number), now, 0, new Effects()) == Event.Progress.ASKS) {
      request(number, 0);
    } else {
      did(PartEvent.Kind.STEP, number);
      release(number);
    }
  }

  private void request(int number, long stops) {
    Request request = cpu(number).request();
    asks[number] = true;
    int to = request.part;
    locals[number] = null;
    if (home[number] == home[to] && random.nextInt(4) > 0) {
      Local local = new Local(to, now, stops);
      locals[number] = local;
      send(number, to, new long[0], () -> performHere(number, local));
      return;
    }
    recordAsk(number, now, stops);
    Request copy = copy(request);
    send(number, to, words(copy), () -> perform(number, to, copy));
  }

  private void recordAsk(int number, long asked, long stops) {
    Request request = cpu(number).request();
    StepRecord step =
        new StepRecord(
            seq[number],
            asked,
            number,
            request.context,
            request.pc,
            Operation.of(request.operation),
            request.part,
            0,
            stops);
    record(PartEvent.Kind.ASK, number, 0, step, "");
  }

  /** As in a cluster if both live on one node: one record, and the same request comes back. */
  private void performHere(int number, Local local) {
    Cpu cpu = cpu(number);
    Request request = cpu.request();
    int part = local.part;
    int node = home[part];
    Effects effects = new Effects();
    long draw = random.nextLong();
    at(part).perform(request, now, draw, effects);
    local.performed = true;
    local.nanos = now;
    tick(node);
    StepRecord step =
        new StepRecord(
            seq[number] + 1,
            now,
            number,
            cpu.last().lastContext(),
            request.pc,
            Operation.of(request.operation),
            request.target,
            cpu.last().lastArgument(),
            request.result);
    List<Definition> texts =
        nodes[node]
            .texts()
            .definitions(request.target, request.a, cpu.last().lastArgument(), request.result);
    records.add(
        new Transaction(
            clocks[node],
            node + 1,
            part,
            seq[part]++,
            draw,
            local.asked,
            local.stops == 1,
            request.context,
            request.a,
            step,
            texts));
    send(part, number, new long[0], () -> answerHere(number));
    effects.carryOut(new Messages(part));
  }

  private void answerHere(int number) {
    cpu(number).complete(locals[number].nanos);
    asks[number] = false;
    seq[number] += 2;
    release(number);
  }

  /** The run is over while a CPU has a request to a part of its own node. */
  private void settle(int number) {
    while (asks[number] && locals[number] != null && locals[number].performed) {
      answerHere(number);
    }
    if (asks[number] && locals[number] != null) {
      recordAsk(number, locals[number].asked, locals[number].stops);
    }
  }

  private static Request copy(Request request) {
    Request copy = new Request();
    copy.part = request.part;
    copy.operation = request.operation;
    copy.builtin = request.builtin;
    copy.cpu = request.cpu;
    copy.context = request.context;
    copy.pc = request.pc;
    copy.target = request.target;
    copy.a = request.a;
    copy.b = request.b;
    copy.args = request.args.clone();
    copy.argCount = request.argCount;
    return copy;
  }

  private static long[] words(Request request) {
    long[] words = java.util.Arrays.copyOf(request.args, request.argCount + 3);
    words[request.argCount] = request.target;
    words[request.argCount + 1] = request.a;
    words[request.argCount + 2] = request.b;
    return words;
  }

  private void perform(int number, int part, Request request) {
    Effects effects = new Effects();
    long draw = random.nextLong();
    at(part).perform(request, now, draw, effects);
    StepRecord step =
        new StepRecord(
            seq[part],
            now,
            number,
            request.context,
            request.pc,
            Operation.of(request.operation),
            request.target,
            request.a,
            request.result);
    record(PartEvent.Kind.PERFORM, part, draw, step, "");
    long[] answer = {request.result, request.text};
    send(part, number, answer, () -> answer(number, request));
    effects.carryOut(new Messages(part));
  }

  private void answer(int number, Request request) {
    Cpu cpu = cpu(number);
    cpu.request().result = request.result;
    cpu.request().text = request.text;
    cpu.complete(now);
    asks[number] = false;
    did(PartEvent.Kind.ANSWER, number);
    release(number);
  }

  private void release(int number) {
    while (!asks[number] && !held.get(number).isEmpty()) {
      held.get(number).poll().run();
    }
  }

  private void did(PartEvent.Kind kind, int number) {
    record(kind, number, 0, cpu(number).last().record(seq[number], now, number), "");
  }

  private void timeout(int number) {
    happens(new Event.Timeout(number), number, 0);
  }

  /** Records an event, applies it, and carries out its effects. */
  private void happens(Event event, int part, long draw) {
    Effects effects = new Effects();
    boolean noticed = at(part).apply(event, now, draw, effects);
    RecordedEvent recorded = RecordedEvent.of(event, noticed);
    int cpu = part < asks.length ? part : -1;
    record(recorded.kind(), part, draw, recorded.step(seq[part], now, cpu), recorded.note());
    effects.carryOut(new Messages(part));
  }

  private void betweenSteps(int number, Runnable what) {
    held.get(number).add(what);
    release(number);
  }

  // ---- other parts ----

  private void tell(int part, Event event, int number) {
    send(part, number, new long[0], () -> betweenSteps(number, () -> happens(event, number, 0)));
  }

  /** A part's effects on others are sent as messages. */
  private final class Messages implements Carrier {
    private final int part;

    Messages(int part) {
      this.part = part;
    }

    @Override
    public void wake(int cpu) {
      tell(part, new Event.Wake(cpu), cpu);
    }

    @Override
    public void deliver(int cpu, int vector, long nanos, int from) {
      after(nanos, () -> tell(part, new Event.Deliver(cpu, vector, from), cpu));
    }

    @Override
    public void timer(int cpu, int vector, long nanos) {
      long set = ++timerSet[cpu];
      if (nanos > 0 && nanos < Long.MAX_VALUE / 2) {
        after(nanos, () -> ring(cpu, vector, set));
      }
    }

    private void ring(int cpu, int vector, long set) {
      if (timerSet[cpu] == set) {
        tell(part, new Event.Deliver(cpu, vector, cpu), cpu);
      }
    }

    @Override
    public void uartNews(int port, long nanos) {
      elapseAt(part, port, nanos);
    }

    @Override
    public void uartDone(int cpu, long characters) {
      tell(part, new Event.UartDone(cpu, characters), cpu);
    }

    @Override
    public void end(int how, int cpu) {
      ended = true;
    }

    @Override
    public void dropped(int cpu, int vector, int fault, int from) {
      StepRecord step = StepRecord.of(seq[part], now, cpu, Operation.DROP, vector, fault, from);
      record(PartEvent.Kind.DROPPED, part, 0, step, "");
    }
  }

  private void elapseAt(int part, int port, long nanos) {
    long set = ++uartSet[port];
    after(
        nanos - now,
        () -> {
          if (uartSet[port] == set) {
            elapse(part, port);
          }
        });
  }

  private void elapse(int part, int port) {
    happens(new Event.UartNews(port), part, 0);
  }

  // ---- faults ----

  private void faults() {
    setup.faults().stream()
        .filter(Fault::timed)
        .forEach(fault -> after(fault.trigger().atNanos(), () -> begin(fault)));
    Trigger often = new Trigger(0, "", "", 70, 1, Trigger.UNLIMITED, 0);
    OptionalInt any = OptionalInt.empty();
    if (random.nextBoolean()) {
      Fault drop = new InterruptFault(INJECTED, InterruptFault.Kind.DROP, any, any, any, 0, often);
      after(random.nextInt(2_000_000), () -> begin(drop));
      after(3_000_000, () -> strike(drop, whole.partOf(drop), false));
    }
    if (random.nextBoolean()) {
      int cpu = random.nextInt(asks.length);
      Fault stall = new StallCpu(INJECTED + 1, cpu, OptionalLong.of(400_000), often);
      after(random.nextInt(5_000_000), () -> begin(stall));
    }
    if (random.nextBoolean() && whole.wiring().uarts() > 0) {
      Fault slow = new DeviceFault(INJECTED + 2, DeviceFault.Kind.SLOW_CONSOLE, 0, 3, often);
      after(random.nextInt(2_000_000), () -> begin(slow));
    }
    if (random.nextInt(3) == 0) {
      Fault press = new NmiButton(INJECTED + 3, OptionalInt.of(0), 1, often);
      after(random.nextInt(2_000_000), () -> begin(press));
    }
  }

  private void begin(Fault fault) {
    for (int part : fault.parts(whole.wiring())) {
      if (part < asks.length) {
        betweenSteps(part, () -> freeze(fault, part));
      } else {
        strike(fault, part, true);
      }
    }
  }

  private void freeze(Fault fault, int cpu) {
    if (fault.freezes(cpu) && cpu(cpu).stopSending()) {
      held.get(cpu).addFirst(() -> begun(fault, cpu));
      request(cpu, 1);
    } else {
      begun(fault, cpu);
    }
  }

  private void begun(Fault fault, int cpu) {
    strike(fault, cpu, true);
    if (fault.nanos().isPresent()) {
      long nanos = fault.nanos().getAsLong();
      after(nanos, () -> betweenSteps(cpu, () -> strike(fault, cpu, false)));
    }
  }

  private void strike(Fault fault, int part, boolean begins) {
    int port = part - whole.wiring().uart(0);
    boolean uart = port >= 0 && port < whole.wiring().uarts();
    if (uart) {
      elapse(part, port);
    }
    happens(new Event.FaultStrikes(fault, part, begins), part, random.nextLong());
    if (uart) {
      elapse(part, port);
    }
  }

  // ---- the end ----

  private void finish() {
    SortedMap<Integer, Integer> unanswered = new TreeMap<>();
    for (int cpu = 0; cpu < asks.length; cpu++) {
      settle(cpu);
    }
    for (int part = 0; part < home.length; part++) {
      StepRecord step = StepRecord.of(seq[part], now, -1, Operation.END, 0, 0, 0);
      record(PartEvent.Kind.END, part, 0, step, "");
      whole.restore(at(part).export(part, slices[part]));
      if (part < asks.length && asks[part]) {
        unanswered.put(part, cpu(part).request().part);
      }
    }
    Cause cause = ended ? Cause.FIRMWARE : Cause.LIMIT;
    Ending ending = new Ending(cause, now, List.of("by chance"), new TreeMap<>(), unanswered);
    footer = new RunFooter(RunResult.of(whole, ending, 0));
    records.sort(Comparator.comparing(TraceRecord::clock).thenComparing(TraceRecord::origin));
    records.forEach(it -> events.addAll(it.events()));
  }

  private void record(PartEvent.Kind kind, int part, long draw, StepRecord step, String note) {
    int node = home[part];
    tick(node);
    List<Definition> texts =
        nodes[node].texts().definitions(step.target(), step.argument(), step.result());
    seq[part]++;
    records.add(new PartEvent(clocks[node], node + 1, part, kind, draw, step, note, texts));
  }

  private void tick(int node) {
    clocks[node] = Math.max(clocks[node] + 1, now / 1000 << 16);
  }
}
