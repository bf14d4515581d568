package lastwords.engine.recording;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Fault;
import lastwords.trace.PartEvent;

/**
 * A machine in one process that recorded events are fed to. What parts do to each other is recorded
 * where it arrived, so effects are not carried out here.
 */
final class Replica {
  private final Machine machine;
  private final RunHeader header;
  private final Ledger ledger;
  private final Effects effects = new Effects();
  private final boolean[] asks; // by CPU: it waits for an answer
  private final boolean[] performed; // by CPU: the operation has been performed
  private Optional<Request> last = Optional.empty();

  Replica(Machine machine, RunHeader header, Ledger ledger) {
    this.machine = machine;
    this.header = header;
    this.ledger = ledger;
    this.asks = new boolean[machine.cpus()];
    this.performed = new boolean[machine.cpus()];
  }

  /** The replay differs from the recording. */
  static final class Differs extends Exception {
    private static final long serialVersionUID = 1;

    private final String recorded;

    Differs(String recorded, String came) {
      super(came);
      this.recorded = recorded;
    }

    String recorded() {
      return recorded;
    }
  }

  /** Applies an event; returns it with what was replayed. */
  PartEvent happen(PartEvent event) throws Differs, RecordingException {
    effects.clear();
    last = Optional.empty();
    return switch (event.kind()) {
      case STEP -> step(event);
      case ASK -> ask(event);
      case ANSWER -> answer(event);
      case PERFORM -> perform(event);
      case DELIVER, WAKE, TIMEOUT, UART_DONE -> signal(event);
      case ELAPSE -> elapse(event);
      case FAULT, PRESS -> fault(event);
      case DROPPED, END -> event;
    };
  }

  /** What the last event was, if a part did what a CPU asked for. */
  Optional<Request> lastPerformed() {
    return last;
  }

  private Cpu cpu(PartEvent event) throws RecordingException {
    if (event.part() >= machine.cpus()) {
      throw new RecordingException(
          ledger.name(event.part())
              + " is not a CPU, but the recording has "
              + event.kind()
              + " for it");
    }
    return machine.cpu(event.part());
  }

  private Cpu betweenSteps(PartEvent event) throws RecordingException, Differs {
    Cpu cpu = cpu(event);
    if (asks[cpu.number()]) {
      throw new Differs(
          event.kind().toString(), "it waits for the answer of " + asked(cpu.request()));
    }
    return cpu;
  }

  private String asked(Request request) {
    return ledger.name(request.part) + " to its " + Operation.of(request.operation).word();
  }

  private PartEvent step(PartEvent event) throws Differs, RecordingException {
    Cpu cpu = betweenSteps(event);
    if (!cpu.runnable()) {
      throw new Differs("a step", "it cannot make one: " + cpu.mode());
    }
    if (cpu.step(event.nanos())) {
      throw new Differs("a step by itself", "it asks " + asked(cpu.request()));
    }
    return did(event, cpu);
  }

  private PartEvent ask(PartEvent event) throws Differs, RecordingException {
    Cpu cpu = betweenSteps(event);
    boolean stops = event.result() == 1;
    if (!stops && !cpu.runnable()) {
      throw new Differs("a step", "it cannot make one: " + cpu.mode());
    }
    if (!(stops ? cpu.stopSending() : cpu.step(event.nanos()))) {
      throw new Differs("it asks " + ledger.name((int) event.target()), "it asks nobody");
    }
    Request request = cpu.request();
    if (request.part != event.target() || request.operation != event.step().operation().ordinal()) {
      String word = event.step().operation().word();
      throw new Differs(
          "it asks " + ledger.name((int) event.target()) + " to its " + word,
          "it asks " + asked(request));
    }
    asks[cpu.number()] = true;
    performed[cpu.number()] = false;
    return event;
  }

  private PartEvent perform(PartEvent event) throws Differs, RecordingException {
    int asker = event.cpu();
    if (asker < 0 || asker >= machine.cpus() || event.part() < machine.cpus()) {
      throw new RecordingException("expected a part that does what a CPU asks, not CPU " + asker);
    }
    Request request = machine.cpu(asker).request();
    boolean due = asks[asker] && !performed[asker] && request.part == event.part();
    if (!due) {
      ledger.stop(
          event.part(),
          "stops at event " + event.seq() + ": the request of cpu-" + asker + " is not recorded");
      return event;
    }
    machine.perform(request, event.nanos(), event.draw(), effects);
    performed[asker] = true;
    last = Optional.of(request);
    StepRecord came =
        new StepRecord(
            event.seq(),
            event.nanos(),
            event.cpu(),
            event.step().context(),
            event.step().pc(),
            Operation.of(request.operation),
            request.target,
            request.a,
            request.result);
    return compared(event, came);
  }

  private PartEvent answer(PartEvent event) throws Differs, RecordingException {
    Cpu cpu = cpu(event);
    int number = cpu.number();
    if (!asks[number]) {
      throw new Differs("an answer", "it waits for none");
    }
    if (!performed[number] && !given(event, cpu.request())) {
      return event;
    }
    asks[number] = false;
    cpu.complete(event.nanos());
    return did(event, cpu);
  }

  /** Takes an answer from the CPU's own event, if the part's event is missing. */
  private boolean given(PartEvent event, Request request) {
    ledger.stop(request.part, "has no record of its answer to cpu-" + request.cpu + "");
    boolean text = Pointer.tag(request.target) == Pointer.STACK;
    if (text && request.operation == Operation.TEXT.ordinal()) {
      ledger.stop(request.cpu, "stops at event " + event.seq() + ": a text is not recorded");
      return false;
    }
    request.result = event.result();
    return true;
  }

  private PartEvent did(PartEvent event, Cpu cpu) throws Differs {
    return compared(event, cpu.last().record(event.seq(), event.nanos(), event.cpu()));
  }

  private boolean apply(PartEvent event) throws RecordingException {
    Event happens = RecordedEvent.event(event, machine.wiring());
    return machine.apply(happens, event.nanos(), event.draw(), effects);
  }

  private PartEvent signal(PartEvent event) throws Differs, RecordingException {
    betweenSteps(event);
    boolean noticed = apply(event);
    boolean delivered = event.kind() == PartEvent.Kind.DELIVER;
    if (delivered && noticed != (event.result() == 1)) {
      throw new Differs(
          event.result() == 1 ? "it takes the interrupt" : "it ignores the interrupt",
          noticed ? "it does" : "it does not");
    }
    return event;
  }

  private PartEvent elapse(PartEvent event) throws RecordingException {
    int port = event.part() - machine.wiring().uart(0);
    if (port < 0 || port >= machine.wiring().uarts()) {
      throw new RecordingException(ledger.name(event.part()) + " is not a serial port");
    }
    apply(event);
    return event;
  }

  private PartEvent fault(PartEvent event) throws Differs, RecordingException {
    Event happens = RecordedEvent.event(event, machine.wiring());
    Fault fault = ((Event.FaultStrikes) happens).fault();
    if (!places(fault).contains(event.part())) {
      String where = ledger.name(event.part());
      throw new RecordingException("'" + fault.title() + "' is not a fault of " + where);
    }
    if (!machine.apply(happens, event.nanos(), event.draw(), effects)) {
      throw new Differs("fault " + fault.id(), "there is no room for it, or no such fault");
    }
    return event;
  }

  /** The parts that a recorded fault concerns. */
  private List<Integer> places(Fault fault) throws RecordingException {
    List<Integer> places = IntStream.of(fault.parts(machine.wiring())).boxed().toList();
    boolean there = fault.cpu().isEmpty() || fault.cpu().getAsInt() < machine.cpus();
    if (!there || !places.stream().allMatch(it -> it >= 0 && it < machine.wiring().parts())) {
      throw new RecordingException("expected a fault of a part of this machine, not " + fault);
    }
    return places;
  }

  /** Returns the event with the replayed step, if that is as recorded. */
  private PartEvent compared(PartEvent event, StepRecord came) throws Differs {
    StepRecord recorded = event.step();
    boolean same =
        EventTrace.sameContext(recorded.context(), came.context())
            && recorded.pc() == came.pc()
            && recorded.operation() == came.operation()
            && same(recorded.target(), came.target())
            && same(recorded.argument(), came.argument())
            && same(recorded.result(), came.result());
    if (!same) {
      EventWords words = new EventWords(machine);
      throw new Differs(words.of(recorded), words.of(came));
    }
    return event.with(came);
  }

  private boolean same(long recorded, long came) {
    return EventTrace.same(machine.texts(), recorded, machine.texts(), came);
  }
}
