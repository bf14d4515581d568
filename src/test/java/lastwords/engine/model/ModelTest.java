package lastwords.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import lastwords.engine.explore.Bench;
import lastwords.engine.explore.RandomKernel;
import lastwords.engine.store.Ints;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Changes;
import lastwords.machine.cpu.Liveness;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import org.junit.jupiter.api.Test;

/** What a world says has changed is all that has, and nothing is left that means nothing. */
class ModelTest {
  private static final int KERNELS = 200;
  private static final int CHOICES = 200;

  @Test
  void whatIsLookedAtIsAllThatChanges() {
    for (long seed = 0; seed < KERNELS; seed++) {
      Setup setup = Bench.setup(RandomKernel.source(seed));
      walk(setup, true, new Random(seed));
      walk(setup, false, new Random(seed));
    }
  }

  private static void walk(Setup setup, boolean reduced, Random random) {
    Model world = new Model(setup, Budget.stalls(1), reduced, false, StepSink.NONE);
    KernelImage image = setup.image();
    Liveness liveness = reduced ? new Liveness(image, setup.machine().cpus()) : Liveness.NONE;
    long[] before = world.state().clone();
    Changes changes = new Changes(world.state(), before);
    Ints choices = new Ints();
    for (int i = 0; i < CHOICES; i++) {
      choices.clear();
      world.choices(true, choices);
      world.faults(choices);
      if (choices.size() == 0) {
        return;
      }
      world.make(choices.get(random.nextInt(choices.size())));
      changes.clear();
      world.compare(changes);
      check(world, changes, before, liveness);
      System.arraycopy(world.state(), 0, before, 0, before.length);
    }
  }

  private static void check(Model world, Changes changes, long[] before, Liveness liveness) {
    long[] told = before.clone();
    for (int i = 0; i < changes.size(); i++) {
      assertThat(told[changes.index(i)]).isEqualTo(before[changes.index(i)]);
      told[changes.index(i)] = world.state()[changes.index(i)];
    }
    world.machine().forget(true, liveness);
    assertThat(world.state()).isEqualTo(told);
  }

  @Test
  void aSectionThatCannotBeginLeavesNothingBehind() {
    String source =
        """
        int x; int y; DEFINE_PER_CPU(int, mine);
        void cpu0(void) { y = 1; }
        void cpu1(void) {
          x = 1;
          this_cpu_write(mine, this_cpu_read(mine) + 1);
          lw_section_begin(); lw_section_when(y != 0); x = this_cpu_read(mine); lw_section_end();
        }
        """;
    for (boolean reduced : new boolean[] {true, false}) {
      Model world = new Model(Bench.setup(source), Budget.NONE, reduced, false, StepSink.NONE);
      int step = Choice.packed(Choice.Kind.STEP, 1, 0);
      world.make(step);
      long[] before = world.state().clone();
      assertThat(world.tried(step)).isFalse();
      world.takeBack(step, new Changes(world.state(), before), before);
      assertThat(world.state()).isEqualTo(before);
    }
  }
}
