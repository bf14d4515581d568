package lastwords.machine.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lastwords.machine.Carried;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.text.Texts;
import org.junit.jupiter.api.Test;

class UartTest {
  private static final long CHAR = 100;
  private final Texts texts = new Texts(List.of());
  private final Effects effects = new Effects();
  private final Uart uart = uart();

  private Uart uart() {
    var config = new MachineConfig.Uart("ttyS0", MachineConfig.UartType.I8250, CHAR);
    Uart port = new Uart(config, 0, 2, texts);
    port.attach(new long[port.words()], 0);
    port.reset();
    return port;
  }

  private long send(int cpu, String text, long limitMicros, long now) {
    return ask(cpu, Operation.UART_TX, texts.pointer(text), limitMicros, now);
  }

  private long stop(int cpu, long now) {
    return ask(cpu, Operation.UART_STOP, 0, 0, now);
  }

  private long ask(int cpu, Operation operation, long a, long b, long now) {
    Request request = new Request();
    request.set(0, operation, 0, a, b);
    request.cpu = cpu;
    effects.clear();
    uart.perform(request, now, 0, effects);
    return request.result;
  }

  private void elapse(long now) {
    effects.clear();
    uart.elapsed(now, effects);
  }

  @Test
  void aLineTakesItsCharactersTimesTheLineSpeedAndANewlineIsTwo() {
    assertThat(send(0, "ab\n", 0, 1000)).isEqualTo(-1);
    String news = "news of port 0 at " + (1000 + 4 * CHAR) + " ns";
    assertThat(Carried.by(effects)).containsExactly(news);
    elapse(1000 + 4 * CHAR - 1);
    assertThat(Carried.by(effects)).as("not yet through").first().asString().startsWith("news");
    elapse(1000 + 4 * CHAR);
    assertThat(Carried.by(effects)).containsExactly("cpu0 has sent 3");
    assertThat(uart.lines()).containsExactly("ab");
  }

  @Test
  void anInterruptedSenderLearnsHowFarItGot() {
    send(0, "abcdef\n", 0, 0);
    assertThat(stop(0, 3 * CHAR)).isEqualTo(3);
    assertThat(uart.lines()).containsExactly("abc");
    send(0, "def\n", 0, 5 * CHAR);
    elapse(20 * CHAR);
    assertThat(uart.lines()).containsExactly("abcdef");
    assertThat(uart.garbled()).isFalse();
  }

  @Test
  void twoSendersMixTheirCharacters() {
    send(0, "aaaa\n", 0, 0);
    send(1, "bbbb\n", 0, 0);
    elapse(100 * CHAR);
    assertThat(String.join("", uart.lines())).contains("abab");
    assertThat(uart.garbled()).isTrue();
  }

  /** However rarely anybody looks, each character is sent in its time. */
  @Test
  void manyCharactersAtOnceAreSentLikeOneByOne() {
    for (long seed = 0; seed < 300; seed++) {
      assertThat(sent(seed, 1 << 20)).as("seed " + seed).isEqualTo(sent(seed, CHAR / 2));
    }
  }

  /** The state of a port that has sent texts drawn by chance, looked at every so many ns. */
  private List<Long> sent(long seed, long interval) {
    Random random = new Random(seed);
    long[] state = new long[uart.words()];
    uart.attach(state, 0);
    uart.reset();
    uart.garble(random.nextInt(4) == 0);
    uart.slow(1 + random.nextInt(12));
    long now = 0;
    for (int i = 0; i < 6; i++) {
      int cpu = random.nextInt(4) == 0 ? 1 : 0;
      ask(cpu, Operation.UART_TX, texts.pointer(lines(random)), random.nextInt(2), now);
      long until = now + random.nextInt(100) * CHAR / 2;
      for (now += interval; now < until; now += interval) {
        elapse(now);
      }
      now = until;
    }
    stop(0, now);
    return Arrays.stream(state).boxed().toList();
  }

  private static String lines(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      text.append(random.nextInt(5) == 0 ? '\n' : (char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  @Test
  void aWedgedPortBlocksWithoutALimitAndLosesCharactersWithOne() {
    uart.wedge(true);
    send(0, "ab\n", 0, 0);
    assertThat(effects.isEmpty()).as("never through").isTrue();
    send(1, "cd\n", 10, 0);
    assertThat(Carried.by(effects)).containsExactly("news of port 0 at 40000 ns");
    assertThat(uart.lines()).isEmpty();
  }

  @Test
  void aLineWithoutDelayIsOutAtOnce() {
    Uart firmware =
        new Uart(new MachineConfig.Uart("hvc0", MachineConfig.UartType.FIRMWARE, 0), 0, 2, texts);
    firmware.attach(new long[firmware.words()], 0);
    firmware.reset();
    Request request = new Request();
    request.set(0, Operation.UART_TX, 0, texts.pointer("now\n"), 0);
    firmware.perform(request, 0, 0, effects);
    assertThat(request.result).isEqualTo(4);
    assertThat(firmware.lines()).containsExactly("now");
  }
}
