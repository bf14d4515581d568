package lastwords.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Corrupted scenarios, manifests and kernel C, through the command line: any file gives an answer
 * within seconds, an exit code of 0, 1 or 2 and no stack trace. A failure names its seed; {@code
 * -Dfuzz.first=SEED -Dfuzz.count=1} repeats it.
 */
class FuzzTest {
  private static final Path SMALL = Path.of("src/test/resources/fuzz");
  private static final Spoiler HOCON = new Spoiler(Phrases.of(SMALL.resolve("hocon.txt")));
  private static final Spoiler KERNEL_C = new Spoiler(Phrases.of(SMALL.resolve("kernel-c.txt")));
  private static final String MANIFEST =
      """
      title = "a small kernel"
      sources = [ small.h, small.c ]
      config { CONFIG_LOG_RECORDS = 8, CONFIG_TIMES = 1 }
      """;

  @TempDir private Path folder;
  private final String home = System.getProperty("lastwords.home", "");

  /** The small kernel's folder becomes the home. */
  private static void goToSmallHome() {
    System.setProperty("lastwords.home", SMALL.toAbsolutePath().toString());
  }

  @AfterEach
  void goHome() {
    System.setProperty("lastwords.home", home);
  }

  @Test
  void scenarios() throws Exception {
    goToSmallHome();
    String scenario = text(SMALL.resolve("config/scenarios/small.conf"));
    check(4_000, (own, seed) -> run(write(own, "s.conf", HOCON.spoil(scenario, seed)), seed));
  }

  @Test
  void manifests() throws Exception {
    goToSmallHome();
    String manifest = text(SMALL.resolve("config/kernels/small.conf"));
    String source = text(SMALL.resolve("src/main/kernel/small.c"));
    String header = text(SMALL.resolve("src/main/kernel/small.h"));
    check(
        3_000,
        (own, seed) -> {
          write(own, "small.c", source);
          write(own, "small.h", header);
          write(own, "k.conf", HOCON.spoil(manifest, seed));
          return run(write(own, "s.conf", scenarioOf("./k.conf")), seed);
        });
  }

  @Test
  void kernelC() throws Exception {
    goToSmallHome();
    String source = text(SMALL.resolve("src/main/kernel/small.c"));
    String header = text(SMALL.resolve("src/main/kernel/small.h"));
    check(
        3_000,
        (own, seed) -> {
          boolean inHeader = seed % 5 == 0;
          write(own, "small.c", inHeader ? source : KERNEL_C.spoil(source, seed));
          write(own, "small.h", inHeader ? KERNEL_C.spoil(header, seed) : header);
          write(own, "k.conf", MANIFEST);
          return run(write(own, "s.conf", scenarioOf("./k.conf")), seed);
        });
  }

  @Test
  void sourcesOfTheShippedKernel() throws Exception {
    List<Path> sources = files("src/main/kernel/kernel", ".c");
    check(
        150,
        (own, seed) -> {
          Path source = sources.get((int) (seed % sources.size()));
          String spoilt = KERNEL_C.spoil(text(source), seed);
          Path file = write(own, source.getFileName().toString(), spoilt);
          return List.of("kernel", "check", file.toString());
        });
  }

  @Test
  void shippedScenarios() throws Exception {
    List<Path> scenarios = files("config/scenarios", ".conf");
    check(
        50,
        (own, seed) -> {
          String scenario = text(scenarios.get((int) (seed % scenarios.size())));
          return run(write(own, "s.conf", HOCON.spoil(scenario, seed)), seed);
        });
  }

  private void check(int count, Fuzzer.Spoilt spoilt) throws Exception {
    assertThat(Fuzzer.failures(folder, count, spoilt)).isEmpty();
  }

  private static List<String> run(Path scenario, long seed) {
    return List.of(
        "run",
        scenario.toString(),
        "--seed",
        String.valueOf(seed),
        "--set",
        "limits.steps=3000",
        "--set",
        "limits.run=5ms");
  }

  private static String scenarioOf(String kernel) throws IOException {
    String small = text(SMALL.resolve("config/scenarios/small.conf"));
    return small.replaceFirst("kernel = .*", "kernel = \"" + kernel + "\"");
  }

  private static List<Path> files(String root, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(root))) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private static Path write(Path folder, String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.ISO_8859_1);
  }
}
