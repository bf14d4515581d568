package lastwords.machine.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Carried;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Timing;
import lastwords.machine.layout.Blueprint;
import lastwords.machine.text.Format;
import lastwords.machine.text.TextOps;
import lastwords.machine.text.Texts;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private final Texts texts = new Texts(List.of());
  private final Effects effects = new Effects();
  private final Memory memory = memory();

  private Memory memory() {
    Memory part = new Memory(blueprint(), new TextOps(texts, new Format(texts, blueprint())));
    part.attach(new long[part.words() + 5], 5);
    part.reset();
    return part;
  }

  private static Blueprint blueprint() {
    long[] none = {};
    long[] data = {1, 2, 3, 4};
    KernelImage image =
        new KernelImage(
            new int[0],
            none,
            new int[0],
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            data,
            none,
            none,
            List.of());
    var pram = new MachineConfig.Pram(0, 0);
    var config =
        new MachineConfig(
            "test",
            2,
            true,
            LockKind.QUEUED,
            List.of(),
            pram,
            false,
            false,
            HostActions.USUAL,
            Timing.DEFAULT);
    return new Blueprint(image, config);
  }

  private long ask(int cpu, Operation operation, long target, long a, long b) {
    Request request = new Request();
    request.set(0, operation, target, a, b);
    request.cpu = cpu;
    effects.clear();
    memory.perform(request, 0, 0, effects);
    return request.result;
  }

  @Test
  void readModifyWriteReturnsTheOldValue() {
    assertThat(ask(0, Operation.ADD, 1, 5, 0)).isEqualTo(2);
    assertThat(ask(0, Operation.XCHG, 1, 100, 0)).isEqualTo(7);
    assertThat(ask(0, Operation.CMPXCHG, 1, 99, 1)).as("fails").isEqualTo(100);
    assertThat(ask(0, Operation.CMPXCHG, 1, 100, 1)).isEqualTo(100);
    assertThat(memory.word(1)).isEqualTo(1);
    assertThat(ask(0, Operation.OR, 3, 3, 0)).isEqualTo(4);
    assertThat(ask(0, Operation.AND, 3, 5, 0)).isEqualTo(7);
    assertThat(memory.word(3)).isEqualTo(5);
  }

  @Test
  void addingWrapsAtTheWidthOfTheType() {
    ask(0, Operation.STORE, 0, 0x7fffffff, 0);
    ask(0, Operation.ADD, 0, 1, -32);
    assertThat(memory.word(0)).isEqualTo(Integer.MIN_VALUE);
    ask(0, Operation.STORE, 0, 0, 0);
    ask(0, Operation.ADD, 0, 0xffffffffL, 32);
    assertThat(memory.word(0)).isEqualTo(0xffffffffL);
  }

  @Test
  void aWatcherIsWokenOnceWhenItsWordChanges() {
    assertThat(ask(1, Operation.WATCH, 2, 3, 0)).isEqualTo(1);
    ask(0, Operation.STORE, 2, 3, 0);
    assertThat(effects.isEmpty()).as("the same value is no change").isTrue();
    ask(0, Operation.STORE, 2, 4, 0);
    assertThat(Carried.by(effects)).containsExactly("wake cpu1");
    ask(0, Operation.STORE, 2, 5, 0);
    assertThat(effects.isEmpty()).isTrue();
  }

  @Test
  void watchingAWordThatHasAlreadyChangedFails() {
    assertThat(ask(1, Operation.WATCH, 2, 77, 0)).isZero();
  }

  @Test
  void aNewWaitForgetsTheWordsOfTheOldOne() {
    ask(1, Operation.WATCH, 2, 3, 0);
    ask(1, Operation.WATCH, 3, 4, 0);
    ask(0, Operation.STORE, 2, 9, 0);
    assertThat(effects.isEmpty()).isTrue();
    ask(0, Operation.STORE, 3, 9, 0);
    assertThat(effects.isEmpty()).isFalse();
  }
}
