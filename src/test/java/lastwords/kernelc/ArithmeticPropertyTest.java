package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.KernelImage;
import org.junit.jupiter.api.Test;

/** A program computes what C computes. */
final class ArithmeticPropertyTest {
  private static final int PROGRAMS = Integer.getInteger("lastwords.programs", 150);
  private static final long FIRST_SEED = Long.getLong("lastwords.seed", 1);

  @Test
  void randomProgramsComputeWhatCSays() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + PROGRAMS; seed++) {
      check(seed);
    }
  }

  private static void check(long seed) {
    RandomProgram program = new RandomProgram(seed);
    String again =
        "seed "
            + seed
            + ": -Dlastwords.seed="
            + seed
            + " -Dlastwords.programs=1\n"
            + program.text();
    Compilation compilation =
        KernelCompiler.compile(List.of(new SourceFile("random.c", program.text(), 0)), Map.of());
    assertThat(compilation.diagnostics()).as(again).isEmpty();
    KernelImage image = compilation.image().orElseThrow();
    ReferenceCpu cpu = new ReferenceCpu(image);
    cpu.run(image.function("test").orElseThrow());
    List<Long> traced = new ArrayList<>();
    cpu.traced().values().forEach(traced::addAll);
    assertThat(traced).as(again).isEqualTo(program.results());
  }
}
