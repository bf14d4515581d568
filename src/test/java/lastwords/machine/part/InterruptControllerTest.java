package lastwords.machine.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import lastwords.machine.Carried;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.InterruptRule;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Timing;
import lastwords.machine.bus.Trigger;
import lastwords.machine.fault.InterruptFault;
import lastwords.machine.fault.InterruptFault.Kind;
import org.junit.jupiter.api.Test;

class InterruptControllerTest {
  private static final Timing EXACT =
      new Timing(1, 10, 25, 150, 200, 1000, 1500, 40, 0, 20000, 0, 0, 0);
  private final Effects effects = new Effects();

  private InterruptController controller(InterruptRule... rules) {
    InterruptController controller = new InterruptController(EXACT, 4, List.of(rules), 0);
    controller.attach(new long[controller.words()], 0);
    controller.reset();
    return controller;
  }

  private static InterruptRule rule(
      Kind kind, int to, int probability, int interval, int times, int space) {
    OptionalInt target = to < 0 ? OptionalInt.empty() : OptionalInt.of(to);
    OptionalInt any = OptionalInt.empty();
    Trigger trigger = new Trigger(0, "", "", probability, interval, times, space);
    return new InterruptFault(7, kind, target, any, any, 5000, trigger);
  }

  private static void send(InterruptController controller, long mask, int vector, Effects effects) {
    Request request = new Request();
    request.set(0, Operation.SEND_IPI, vector, mask, 0);
    controller.perform(request, 0, 1, effects);
  }

  @Test
  void anInterruptGoesToEachCpuOfTheMaskAndAnNmiTakesItsOwnTime() {
    send(controller(), 0b1010, 0xf8, effects);
    assertThat(Carried.by(effects))
        .containsExactly(
            "deliver 248 to cpu1 after 1000 ns from cpu0",
            "deliver 248 to cpu3 after 1000 ns from cpu0");
    send(controller(), 1, InterruptController.NMI_VECTOR, effects);
    assertThat(Carried.by(effects)).containsExactly("deliver 2 to cpu0 after 1500 ns from cpu0");
  }

  @Test
  void aDroppedInterruptIsReportedAndTheOthersArrive() {
    send(controller(rule(Kind.DROP, 1, 100, 1, -1, 0)), 0b0110, 0xf8, effects);
    assertThat(Carried.by(effects))
        .containsExactly(
            "fault 7 loses 248 to cpu1 from cpu0", "deliver 248 to cpu2 after 1000 ns from cpu0");
  }

  @Test
  void spaceIntervalAndTimesCountAsInTheKernelsFaultInjection() {
    InterruptController controller = controller(rule(Kind.DROP, -1, 100, 2, 2, 1));
    StringBuilder fate = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      send(controller, 1, 0xf8, effects);
      fate.append(Carried.by(effects).get(0).startsWith("fault") ? 'x' : '.');
    }
    assertThat(fate).hasToString(".x.x....");
  }

  @Test
  void aDelayedInterruptComesLaterAndADuplicatedOneTwice() {
    send(controller(rule(Kind.DELAY, -1, 100, 1, -1, 0)), 1, 0xf8, effects);
    assertThat(Carried.by(effects)).containsExactly("deliver 248 to cpu0 after 6000 ns from cpu0");
    send(controller(rule(Kind.DUPLICATE, -1, 100, 1, -1, 0)), 1, 0xf8, effects);
    assertThat(effects.size()).isEqualTo(2);
  }

  @Test
  void probabilityZeroNeverFiresAndAWithdrawnRuleDoesNot() {
    send(controller(rule(Kind.DROP, -1, 0, 1, -1, 0)), 1, 0xf8, effects);
    assertThat(Carried.by(effects)).first().asString().startsWith("deliver");
    InterruptController withdrawn = controller(rule(Kind.DROP, -1, 100, 1, -1, 0));
    assertThat(withdrawn.activate(7, false)).isTrue();
    assertThat(withdrawn.activate(8, false)).isFalse();
    send(withdrawn, 1, 0xf8, effects);
    assertThat(Carried.by(effects)).first().asString().startsWith("deliver");
  }
}
