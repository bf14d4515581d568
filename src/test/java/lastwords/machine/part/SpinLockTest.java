package lastwords.machine.part;

import static org.assertj.core.api.Assertions.assertThat;

import lastwords.machine.Carried;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import org.junit.jupiter.api.Test;

class SpinLockTest {
  private static final int TASK = 0;
  private static final int NMI = 3;

  private final Effects effects = new Effects();
  private SpinLock lock = lock(LockKind.QUEUED);

  private static SpinLock lock(LockKind kind) {
    SpinLock lock = new SpinLock(kind, 4);
    lock.attach(new long[lock.words()], 0);
    lock.reset();
    return lock;
  }

  private long ask(Operation operation, int cpu, int context) {
    Request request = new Request();
    request.set(0, operation, 0, 0, 0);
    request.cpu = cpu;
    request.context = context;
    effects.clear();
    lock.perform(request, 0, 0, effects);
    return request.result;
  }

  @Test
  void aFreeLockIsTakenAtOnce() {
    assertThat(ask(Operation.LOCK, 1, TASK)).isEqualTo(1);
    assertThat(lock.holder()).isEqualTo(1);
    assertThat(ask(Operation.TRYLOCK, 2, TASK)).isZero();
  }

  @Test
  void theNextInLineIsWokenAndGetsTheLock() {
    ask(Operation.LOCK, 0, TASK);
    assertThat(ask(Operation.LOCK, 1, TASK)).isZero();
    assertThat(ask(Operation.LOCK, 2, TASK)).isZero();
    ask(Operation.UNLOCK, 0, TASK);
    assertThat(Carried.by(effects)).containsExactly("wake cpu1");
    assertThat(ask(Operation.LOCK, 2, TASK)).as("out of turn").isZero();
    assertThat(ask(Operation.LOCK, 1, TASK)).isEqualTo(1);
  }

  @Test
  void aFrozenWaiterBlocksEveryoneBehindItThoughNobodyHoldsTheLock() {
    ask(Operation.LOCK, 0, TASK);
    ask(Operation.LOCK, 1, TASK);
    ask(Operation.UNLOCK, 0, TASK);
    assertThat(lock.holder()).isEqualTo(-1);
    assertThat(lock.isLocked()).isTrue();
    assertThat(ask(Operation.TRYLOCK, 2, TASK)).isZero();
    assertThat(ask(Operation.LOCK, 2, TASK)).isZero();
    assertThat(lock.lineCpu(0)).isEqualTo(1);
  }

  @Test
  void aTestAndSetLockGoesToWhoeverAsksFirst() {
    lock = lock(LockKind.TEST_AND_SET);
    ask(Operation.LOCK, 0, TASK);
    ask(Operation.LOCK, 1, TASK);
    ask(Operation.LOCK, 2, TASK);
    ask(Operation.UNLOCK, 0, TASK);
    assertThat(effects.size()).isEqualTo(2);
    assertThat(lock.isLocked()).isFalse();
    assertThat(ask(Operation.LOCK, 2, TASK)).isEqualTo(1);
  }

  @Test
  void initialisingAHeldLockForgetsHolderAndLine() {
    ask(Operation.LOCK, 0, TASK);
    ask(Operation.LOCK, 1, TASK);
    ask(Operation.LOCK_INIT, 2, TASK);
    assertThat(lock.isLocked()).isFalse();
    assertThat(Carried.by(effects))
        .as("who spins in line finds it free")
        .containsExactly("wake cpu1");
    assertThat(ask(Operation.LOCK, 2, TASK)).isEqualTo(1);
    ask(Operation.UNLOCK, 0, TASK);
    assertThat(lock.isLocked()).as("the old owner's unlock frees the new owner's lock").isFalse();
  }

  @Test
  void anNmiStandsInLineBehindTheTaskThatItInterrupted() {
    ask(Operation.LOCK, 0, TASK);
    ask(Operation.LOCK, 1, TASK);
    assertThat(ask(Operation.LOCK, 1, NMI)).isZero();
    ask(Operation.UNLOCK, 0, TASK);
    assertThat(ask(Operation.LOCK, 1, NMI)).as("the interrupted task is first").isZero();
    assertThat(lock.lineLength()).isEqualTo(2);
  }

  @Test
  void aWatcherIsWokenByTheNextChange() {
    ask(Operation.LOCK, 0, TASK);
    Request watch = new Request();
    watch.set(0, Operation.WATCH_LOCK, 0, 1, 0);
    watch.cpu = 3;
    lock.perform(watch, 0, 0, effects);
    assertThat(watch.result).isEqualTo(1);
    ask(Operation.UNLOCK, 0, TASK);
    assertThat(Carried.by(effects)).containsExactly("wake cpu3");
  }
}
