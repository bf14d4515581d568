package lastwords.engine.recording;

import java.util.OptionalInt;
import lastwords.machine.Event;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.NmiButton;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;

/** The recorded form of an event: see {@link PartEvent}. Steps are recorded by what they did. */
public record RecordedEvent(
    Kind kind, Operation operation, long target, long argument, long result, String note) {
  /**
   * Returns the recorded form of an event.
   *
   * @param noticed whether it had an effect on its part
   */
  public static RecordedEvent of(Event event, boolean noticed) {
    return event.accept(new Writer(noticed));
  }

  /** As a step of a part (of a CPU, unless that is -1). */
  public StepRecord step(long seq, long nanos, int cpu) {
    return StepRecord.of(seq, nanos, cpu, operation, target, argument, result);
  }

  /** Returns the event of a recorded form; an error says what was expected. */
  static Event event(PartEvent event, Wiring wiring) throws RecordingException {
    int part = event.part();
    return switch (event.kind()) {
      case DELIVER -> delivered(event);
      case WAKE -> new Event.Wake(part);
      case TIMEOUT -> new Event.Timeout(part);
      case UART_DONE -> new Event.UartDone(part, event.argument());
      case ELAPSE -> new Event.UartNews(part - wiring.uart(0));
      case FAULT, PRESS -> struck(event);
      case STEP, ASK, ANSWER, PERFORM, DROPPED, END ->
          throw new IllegalStateException("not an event by itself: " + event.kind());
    };
  }

  static Event.Deliver delivered(PartEvent event) {
    return new Event.Deliver(event.part(), (int) event.target(), (int) event.argument());
  }

  private static Event struck(PartEvent event) throws RecordingException {
    if (!event.note().isEmpty()) {
      Fault fault = RunTexts.fault(event.note());
      return new Event.FaultStrikes(fault, event.part(), event.argument() == 1);
    }
    if (event.kind() != Kind.PRESS) {
      throw new RecordingException("expected a fault, not ''");
    }
    // until 2026-11 the NMI button had no note, but its CPU and reason in the event
    OptionalInt cpu = OptionalInt.of((int) event.target());
    Fault pressed = new NmiButton(0, cpu, (int) event.argument(), Trigger.at(0));
    return new Event.FaultStrikes(pressed, event.part(), true);
  }

  /** Makes the recorded form. */
  private record Writer(boolean noticed) implements Event.Visitor<RecordedEvent> {
    @Override
    public RecordedEvent step(Event.Step event) {
      throw new IllegalStateException("recorded by what it did: " + event);
    }

    @Override
    public RecordedEvent deliver(Event.Deliver event) {
      Operation operation = noticed ? Operation.DELIVER : Operation.DROP;
      int result = noticed ? 1 : 0;
      return new RecordedEvent(Kind.DELIVER, operation, event.vector(), event.from(), result, "");
    }

    @Override
    public RecordedEvent wake(Event.Wake event) {
      return new RecordedEvent(Kind.WAKE, Operation.WAKE, 0, 0, 0, "");
    }

    @Override
    public RecordedEvent timeout(Event.Timeout event) {
      return new RecordedEvent(Kind.TIMEOUT, Operation.WAKE, 0, 0, 0, "");
    }

    @Override
    public RecordedEvent uartDone(Event.UartDone event) {
      return new RecordedEvent(Kind.UART_DONE, Operation.WAKE, 0, event.characters(), 0, "");
    }

    @Override
    public RecordedEvent uartNews(Event.UartNews event) {
      return new RecordedEvent(Kind.ELAPSE, Operation.COMPUTE, 0, 0, 0, "");
    }

    @Override
    public RecordedEvent uartSends(Event.UartSends event) {
      throw new IllegalStateException("only without a clock: " + event);
    }

    @Override
    public RecordedEvent faultStrikes(Event.FaultStrikes event) {
      Fault fault = event.fault();
      return new RecordedEvent(
          fault.momentary() ? Kind.PRESS : Kind.FAULT,
          fault.operation(event.begins()),
          fault.id(),
          event.begins() ? 1 : 0,
          0,
          RunTexts.write(fault));
    }
  }
}
