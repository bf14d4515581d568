package lastwords.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import lastwords.engine.explore.Bench;
import lastwords.engine.explore.RandomKernel;
import lastwords.engine.store.Ints;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Liveness;
import lastwords.machine.layout.Changes;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import org.junit.jupiter.api.Test;

/** A model reports exactly the words that have changed, and leaves no dead ones. */
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
    Model model = new Model(setup, Budget.stalls(1), reduced, false, StepSink.NONE);
    KernelImage image = setup.image();
    Liveness liveness = reduced ? Liveness.of(image) : Liveness.NONE;
    long[] before = model.state().clone();
    Changes changes = new Changes(model.state(), before);
    Ints choices = new Ints();
    for (int i = 0; i < CHOICES; i++) {
      choices.clear();
      model.choices(true, choices);
      model.faults(choices);
      if (choices.size() == 0) {
        return;
      }
      model.make(choices.get(random.nextInt(choices.size())));
      changes.clear();
      model.compare(changes);
      check(model, changes, before, liveness);
      System.arraycopy(model.state(), 0, before, 0, before.length);
    }
  }

  private static void check(Model model, Changes changes, long[] before, Liveness liveness) {
    long[] told = before.clone();
    for (int i = 0; i < changes.size(); i++) {
      assertThat(told[changes.index(i)]).isEqualTo(before[changes.index(i)]);
      told[changes.index(i)] = model.state()[changes.index(i)];
    }
    model.machine().states().forget(true, liveness);
    assertThat(model.state()).isEqualTo(told);
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
      Model model = new Model(Bench.setup(source), Budget.NONE, reduced, false, StepSink.NONE);
      int step = Action.packed(Action.Kind.STEP, 1, 0);
      model.make(step);
      long[] before = model.state().clone();
      assertThat(model.tried(step)).isFalse();
      model.takeBack(step, new Changes(model.state(), before), before);
      assertThat(model.state()).isEqualTo(before);
    }
  }
}
