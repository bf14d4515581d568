package lastwords.scenario.kernel;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.TraceFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kernels are compiled once, and an outdated image is never used. */
final class ImageCacheTest {
  private static final byte[] PROGRAM = {1, 2, 3};
  private static final Map<String, Long> CONFIG = Map.of("CONFIG_SMP", 1L);

  @TempDir private Path folder;
  private int compiled;

  private static List<SourceFile> answer(String expression) {
    String text = "int answer = " + expression + ";\nvoid f(void) { answer++; }\n";
    return List.of(new SourceFile("a.c", text, 0));
  }

  private Compilation get(List<SourceFile> sources) {
    return get(PROGRAM, sources, CONFIG);
  }

  private Compilation get(byte[] program, List<SourceFile> sources, Map<String, Long> config) {
    return new ImageCache(folder.resolve("images"))
        .get(
            ImageKey.of(program, sources, config),
            () -> {
              compiled++;
              return KernelCompiler.compile(sources, config);
            });
  }

  private static long value(Compilation compilation) {
    KernelImage image = compilation.image().orElseThrow();
    return image.data()[image.global("answer").address()];
  }

  private List<Path> files() {
    try (Stream<Path> all = Files.list(folder.resolve("images"))) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theSameSourcesAreCompiledOnce() {
    assertThat(value(get(answer("42")))).isEqualTo(42);
    assertThat(value(get(answer("42")))).isEqualTo(42);
    assertThat(compiled).isEqualTo(1);
    assertThat(files()).hasSize(1);
  }

  @Test
  void anEditedSourceIsCompiledAgain() {
    for (String edit : List.of("42", "43", "42 + 2", "/* */ 42 + 2", "42")) {
      long expected = edit.equals("43") ? 43 : edit.contains("+") ? 44 : 42;
      assertThat(value(get(answer(edit)))).isEqualTo(expected);
    }
    assertThat(compiled).isEqualTo(4);
  }

  @Test
  void whateverElseAnImageIsMadeFromCounts() {
    List<SourceFile> sources = answer("IS_ENABLED(CONFIG_X)");
    get(PROGRAM, sources, Map.of("CONFIG_X", 0L));
    assertThat(value(get(PROGRAM, sources, Map.of("CONFIG_X", 1L)))).isEqualTo(1);
    get(new byte[] {1, 2, 4}, sources, Map.of("CONFIG_X", 1L));
    get(PROGRAM, List.of(new SourceFile("b.c", sources.get(0).text(), 0)), Map.of("CONFIG_X", 1L));
    get(PROGRAM, List.of(new SourceFile("a.c", sources.get(0).text(), 1)), Map.of("CONFIG_X", 1L));
    assertThat(compiled).isEqualTo(5);
  }

  @Test
  void aFileCountsForItsOwnSourcesOnly() throws IOException {
    get(answer("42"));
    Path old = files().get(0);
    byte[] content = Files.readAllBytes(old);
    Files.delete(old);
    get(answer("43"));
    Files.write(files().get(0), content);
    assertThat(value(get(answer("43")))).isEqualTo(43);
    assertThat(compiled).isEqualTo(3);
  }

  @Test
  void sourcesWithAnErrorSayWhereEachTime() {
    List<SourceFile> wrong = answer("nothing_like_it");
    for (int i = 0; i < 2; i++) {
      Compilation compilation = get(wrong);
      assertThat(compilation.image()).isEmpty();
      assertThat(compilation.diagnostics().get(0).toString()).startsWith("a.c:1:14: ");
    }
    assertThat(compiled).isEqualTo(2);
    assertThat(folder.resolve("images")).doesNotExist();
  }

  @Test
  void whatIsDamagedOrForeignIsWrittenAgain() throws IOException {
    get(answer("42"));
    Path file = files().get(0);
    byte[] good = Files.readAllBytes(file);
    List<byte[]> others = new ArrayList<>(List.of(new byte[0], "not ours".getBytes(UTF_8)));
    for (int at = 0; at < good.length; at += 7) {
      byte[] damaged = good.clone();
      damaged[at] ^= 0x10;
      others.add(damaged);
    }
    others.add(Arrays.copyOf(good, good.length / 2));
    for (byte[] other : others) {
      Files.write(file, other);
      assertThat(value(get(answer("42")))).isEqualTo(42);
    }
    compiled = 0;
    assertThat(value(get(answer("42")))).isEqualTo(42);
    assertThat(compiled).isZero();
    assertThat(Files.readAllBytes(file)).isEqualTo(good);
  }

  @Test
  void whereNothingCanBeWrittenAllIsCompiled() throws IOException {
    Files.writeString(folder.resolve("images"), "a file where the folder should be");
    assertThat(value(get(answer("42")))).isEqualTo(42);
    assertThat(value(get(answer("42")))).isEqualTo(42);
    assertThat(compiled).isEqualTo(2);
  }

  @Test
  void aFolderInTheFilesPlaceIsLeftAlone() throws IOException {
    get(answer("42"));
    Path file = files().get(0);
    Files.delete(file);
    Files.createDirectory(file);
    Files.createFile(file.resolve("mine"));
    assertThat(value(get(answer("42")))).isEqualTo(42);
    assertThat(files()).containsExactly(file);
  }

  @Test
  void anyNumberMayBeginAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Long>> values = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        List<SourceFile> sources = answer("" + i % 4);
        ImageKey key = ImageKey.of(PROGRAM, sources, CONFIG);
        ImageCache cache = new ImageCache(folder.resolve("images"));
        values.add(
            threads.submit(
                () -> value(cache.get(key, () -> KernelCompiler.compile(sources, CONFIG)))));
      }
      for (int i = 0; i < 64; i++) {
        assertThat(values.get(i).get(60, TimeUnit.SECONDS)).isEqualTo(i % 4);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(files()).hasSize(4);
  }

  @Test
  void itDoesNotGrowWithoutEnd() throws IOException {
    Files.createDirectory(folder.resolve("images"));
    for (int i = 0; i < ImageCache.MOST_FILES; i++) {
      Files.createFile(folder.resolve("images").resolve("." + i + ".part"));
    }
    get(answer("42"));
    assertThat(files()).hasSize(ImageCache.MOST_FILES / 2 + 1);
    get(answer("42"));
    assertThat(compiled).isEqualTo(1);
  }

  @Test
  void aRunIsTheSameWithAKernelThatWasKept() {
    Scenario scenario = Catalog.standard().scenario("logbuf-scenario-2");
    for (String variant : List.of("default", "patched", "x86_64")) {
      Bundle bundle = Bundle.of(scenario.variant(variant, Overrides.NONE));
      Compilation fresh = KernelCompiler.compile(bundle.sources(), bundle.config());
      ImageKey key = ImageKey.of(PROGRAM, bundle.sources(), bundle.config());
      ImageCache cache = new ImageCache(folder.resolve("images"));
      cache.get(key, () -> fresh);
      Compilation kept = cache.get(key, () -> fail("is kept already"));
      assertThat(told(bundle, kept)).isEqualTo(told(bundle, fresh)).contains("panic");
    }
  }

  /** The trace and the complete result of a run. */
  private static String told(Bundle bundle, Compilation compilation) {
    Setup setup = bundle.setup();
    KernelImage image = compilation.image().orElseThrow().withValues(bundle.settings());
    Setup own = new Setup(image, setup.machine(), setup.entries(), setup.faults(), setup.limits());
    Machine machine = Simulator.booted(own);
    TraceBuffer trace = new TraceBuffer();
    RunResult result = Simulator.run(own, 1, trace, new LocalHost(machine));
    StringBuilder told = new StringBuilder(result.toString());
    try {
      TraceFormat.COLUMNS.write(trace, new StepNames(machine), told);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return told.toString();
  }
}
