package lastwords.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import lastwords.machine.Event;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.Timing;
import lastwords.machine.bus.Trigger;
import lastwords.machine.bus.Wiring;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.Fault;
import lastwords.machine.fault.NmiButton;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import org.junit.jupiter.api.Test;

/** A recorded event gives the same event again. */
class RecordedEventTest {
  private static final Wiring WIRING =
      new Wiring(
          new MachineConfig(
              "m",
              2,
              true,
              LockKind.QUEUED,
              List.of(),
              new Pram(0, 0),
              false,
              false,
              HostActions.USUAL,
              Timing.DEFAULT),
          0);

  private static PartEvent recorded(Event event, int part) {
    RecordedEvent it = RecordedEvent.of(event, true);
    return new PartEvent(1, 1, part, it.kind(), 0, it.step(0, 0, part), it.note(), List.of());
  }

  @Test
  void comesBack() throws RecordingException {
    Fault stall = StallCpu.forGood(3, 1, 7);
    List<Event> events =
        List.of(
            new Event.Deliver(1, 0xf8, 0),
            new Event.Wake(1),
            new Event.Timeout(1),
            new Event.UartDone(1, 80),
            new Event.FaultStrikes(stall, 1, true),
            new Event.FaultStrikes(stall, 1, false));
    for (Event event : events) {
      assertThat(RecordedEvent.event(recorded(event, 1), WIRING)).isEqualTo(event);
    }
  }

  /** Older versions recorded the CPU and the reason, without a note. */
  @Test
  void thePressOfAButtonWithoutANoteIsRead() throws RecordingException {
    StepRecord step = StepRecord.of(0, 0, -1, Operation.FAULT, 1, 0x20, 0);
    PartEvent pressed = new PartEvent(1, 1, WIRING.firmware(), Kind.PRESS, 0, step, "", List.of());
    Fault button = new NmiButton(0, OptionalInt.of(1), 0x20, Trigger.at(0));
    assertThat(RecordedEvent.event(pressed, WIRING))
        .isEqualTo(new Event.FaultStrikes(button, WIRING.firmware(), true));
    PartEvent nothing = new PartEvent(1, 1, 1, Kind.FAULT, 0, step, "", List.of());
    assertThatThrownBy(() -> RecordedEvent.event(nothing, WIRING))
        .isInstanceOf(RecordingException.class);
  }
}
