package lastwords.engine.recording;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Trigger;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.NmiButton;
import lastwords.trace.PartEvent;

/**
 * A machine in one process to which happens what is recorded. What its parts do to each other is
 * recorded where it arrived, so their effects are not carried out here.
 */
final class Replica {
  private final Machine machine;
  private final RunHeader header;
  private final Ledger ledger;
  private final Effects effects = new Effects();
  private final boolean[] asks; // by CPU: an answer is due
  private final boolean[] performed; // and the part has given it

  Replica(Machine machine, RunHeader header, Ledger ledger) {
    this.machine = machine;
    this.header = header;
    this.ledger = ledger;
    this.asks = new boolean[machine.cpus()];
    this.performed = new boolean[machine.cpus()];
  }

  /** Something else came than was recorded. */
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

  /** Lets the event happen: the same event with what came. */
  PartEvent happen(PartEvent event) throws Differs, RecordingException {
    effects.clear();
    return switch (event.kind()) {
      case STEP -> step(event);
      case ASK -> ask(event);
      case ANSWER -> answer(event);
      case PERFORM -> perform(event);
      case DELIVER -> deliver(event);
      case WAKE, TIMEOUT, UART_DONE -> signal(event);
      case ELAPSE -> elapse(event);
      case FAULT, PRESS -> fault(event);
      case DROPPED, END -> event;
    };
  }

  private Cpu cpu(PartEvent event) throws RecordingException {
    if (event.part() >= machine.cpus()) {
      throw new RecordingException(
          ledger.name(event.part()) + " is no CPU, but has " + event.kind() + " happen to it");
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
    if (request.part != event.target() || request.operation != event.operation()) {
      String word = Operation.of(Math.max(0, event.operation())).word();
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
          "stands still from its event "
              + event.seq()
              + " on: what cpu-"
              + asker
              + " asked is not recorded");
      return event;
    }
    machine.perform(request, event.nanos(), event.draw(), effects);
    performed[asker] = true;
    return compared(
        event,
        event.context(),
        event.pc(),
        request.operation,
        request.target,
        request.a,
        request.result);
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

  /** An answer whose making is not recorded, taken from the asker's own events. */
  private boolean given(PartEvent event, Request request) {
    ledger.stop(request.part, "has no record of what cpu-" + request.cpu + " got to know from it");
    boolean text = Pointer.tag(request.target) == Pointer.STACK;
    if (text && request.operation == Operation.TEXT.ordinal()) {
      ledger.stop(
          request.cpu,
          "stands still from its event " + event.seq() + " on: a text is not recorded");
      return false;
    }
    request.result = event.result();
    return true;
  }

  private PartEvent did(PartEvent event, Cpu cpu) throws Differs {
    return compared(
        event,
        cpu.lastContext(),
        cpu.lastPc(),
        cpu.lastOperation().ordinal(),
        cpu.lastTarget(),
        cpu.lastArgument(),
        cpu.lastResult());
  }

  private PartEvent deliver(PartEvent event) throws Differs, RecordingException {
    boolean noticed = betweenSteps(event).deliver((int) event.target());
    if (noticed != (event.result() == 1)) {
      throw new Differs(
          event.result() == 1 ? "it takes notice of the interrupt" : "it takes no notice",
          noticed ? "it does" : "it does not");
    }
    return event;
  }

  private PartEvent signal(PartEvent event) throws Differs, RecordingException {
    Cpu cpu = betweenSteps(event);
    switch (event.kind()) {
      case WAKE -> cpu.wake();
      case TIMEOUT -> cpu.timeout();
      default -> cpu.uartDone(event.argument());
    }
    return event;
  }

  private PartEvent elapse(PartEvent event) throws RecordingException {
    int port = event.part() - machine.wiring().uart(0);
    if (port < 0 || port >= machine.wiring().uarts()) {
      throw new RecordingException(ledger.name(event.part()) + " is no serial port");
    }
    machine.uart(port).elapsed(event.nanos(), effects);
    return event;
  }

  private PartEvent fault(PartEvent event) throws Differs, RecordingException {
    Fault fault = event.note().isEmpty() ? pressed(event) : RunTexts.fault(event.note());
    boolean begins = event.argument() == 1 || event.note().isEmpty();
    int part = event.part();
    if (!places(fault).contains(part)) {
      throw new RecordingException("'" + fault.title() + "' is no fault of " + ledger.name(part));
    }
    if (!fault.strike(machine, part, begins, event.nanos(), event.draw(), effects)) {
      throw new Differs("fault " + fault.id(), "there is no room for it, or no such fault");
    }
    return event;
  }

  /** In recordings of older versions, the NMI button has no note. */
  private static Fault pressed(PartEvent event) throws RecordingException {
    if (event.kind() != PartEvent.Kind.PRESS) {
      throw new RecordingException("expected a fault, not ''");
    }
    OptionalInt cpu = OptionalInt.of((int) event.target());
    return new NmiButton(0, cpu, (int) event.argument(), Trigger.at(0));
  }

  /** The parts that a fault of a file concerns. */
  private List<Integer> places(Fault fault) throws RecordingException {
    List<Integer> places = IntStream.of(fault.parts(machine.wiring())).boxed().toList();
    boolean there = fault.cpu().isEmpty() || fault.cpu().getAsInt() < machine.cpus();
    if (!there || !places.stream().allMatch(it -> it >= 0 && it < machine.wiring().parts())) {
      throw new RecordingException("expected a fault of a part of this machine, not " + fault);
    }
    return places;
  }

  /** The event with what came, when that is what was recorded. */
  private PartEvent compared(
      PartEvent event, int context, int pc, int operation, long target, long argument, long result)
      throws Differs {
    boolean same =
        EventTrace.sameContext(event.context(), context)
            && pc == event.pc()
            && operation == event.operation()
            && same(event.target(), target)
            && same(event.argument(), argument)
            && same(event.result(), result);
    PartEvent came =
        new PartEvent(
            event.clock(),
            event.origin(),
            event.part(),
            event.seq(),
            event.kind(),
            event.nanos(),
            event.draw(),
            event.cpu(),
            context,
            pc,
            operation,
            target,
            argument,
            result,
            event.note(),
            event.texts());
    if (!same) {
      EventWords words = new EventWords(machine);
      throw new Differs(words.of(event), words.of(came));
    }
    return came;
  }

  private boolean same(long recorded, long came) {
    return EventTrace.same(machine.texts(), recorded, machine.texts(), came);
  }
}
