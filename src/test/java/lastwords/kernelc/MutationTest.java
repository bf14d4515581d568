package lastwords.kernelc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lastwords.kernelc.image.Disassembler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Corrupted sources give an image or error messages; the compiler does nothing else, and is quick.
 */
final class MutationTest {
  private static final int MUTATIONS = Integer.getInteger("lastwords.mutations", 600);
  private static final long FIRST_SEED = Long.getLong("lastwords.seed", 1);
  private static final int ONE_IN =
      20; // compiling a whole kernel is slower than compiling a program

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void spoiledProgramsAreAnswered() throws IOException {
    List<Path> programs = sources(Path.of("src/test/resources/kernelc"));
    for (long seed = FIRST_SEED; seed < FIRST_SEED + MUTATIONS; seed++) {
      TestProgram program = TestProgram.read(programs.get((int) (seed % programs.size())));
      check(program.files(), program.config(), seed);
    }
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.MINUTES)
  void aSpoiledKernelIsAnswered() throws IOException {
    List<SourceFile> kernel = new ArrayList<>();
    for (Path path : sources(Path.of("src/main/kernel"))) {
      kernel.add(new SourceFile(path.toString(), Files.readString(path), 0));
    }
    Map<String, Long> config = new TreeMap<>(Map.of("CONFIG_X86", 1L, "CONFIG_LOG_BUF_SHIFT", 12L));
    for (long seed = FIRST_SEED; seed < FIRST_SEED + MUTATIONS / ONE_IN; seed++) {
      check(kernel, config, seed);
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().matches(".*\\.[ch]")).sorted().toList();
    }
  }

  private static void check(List<SourceFile> files, Map<String, Long> config, long seed) {
    List<SourceFile> spoiled = new ArrayList<>(files);
    int index = (int) (seed % files.size());
    SourceFile file = files.get(index);
    spoiled.set(index, new SourceFile(file.path(), Mutation.of(file.text(), seed), file.layer()));
    String again = file.path() + ": -Dlastwords.seed=" + seed + " -Dlastwords.mutations=" + ONE_IN;
    assertThatCode(() -> checkAnswer(KernelCompiler.compile(spoiled, config), again))
        .as(again)
        .doesNotThrowAnyException();
  }

  private static void checkAnswer(Compilation compilation, String again) {
    assertThat(compilation.image().isPresent())
        .as(again)
        .isEqualTo(compilation.diagnostics().isEmpty());
    for (Diagnostic diagnostic : compilation.diagnostics()) {
      assertThat(diagnostic.line()).as(again).isPositive();
      assertThat(diagnostic.column()).as(again).isPositive();
      assertThat(diagnostic.toString()).as(again).doesNotContain("\n").hasSizeLessThan(400);
    }
    compilation
        .image()
        .ifPresent(
            image ->
                image
                    .functions()
                    .forEach(
                        function -> assertThat(Disassembler.print(image, function)).isNotEmpty()));
  }
}
