package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lastwords.scenario.release.Patch;
import lastwords.scenario.release.PatchReader;
import lastwords.scenario.release.ReleaseNumber;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every patch that comes with lastwords applies to every release that it is for. */
final class ShippedPatchesTest {
  private static final Path PATCHES = Path.of("src/main/kernel/patches");
  private static final Catalog CATALOG = Catalog.standard();

  /** A patch on a release, and what was wrong with it. */
  private record Tried(String kernel, Optional<Throwable> wrong) {
    DynamicTest told() {
      return dynamicTest(
          kernel,
          () -> {
            if (wrong.isPresent()) {
              throw wrong.get();
            }
          });
    }
  }

  /** To each release in its range; outside the range it is rejected. On all cores. */
  @TestFactory
  Stream<DynamicTest> everyPatchFitsEveryReleaseOfItsRange() {
    List<String[]> pairs =
        CATALOG.patches().keySet().stream()
            .flatMap(patch -> releases().map(release -> new String[] {release, patch}))
            .toList();
    List<Tried> tried = pairs.parallelStream().map(it -> tried(it[0], it[1])).toList();
    return tried.stream().map(Tried::told);
  }

  private static Tried tried(String release, String patch) {
    String kernel = release + "+" + patch;
    try {
      fits(release, patch);
      return new Tried(kernel, Optional.empty());
    } catch (AssertionError | RuntimeException | IOException e) {
      return new Tried(kernel, Optional.of(e));
    }
  }

  private static void fits(String release, String patch) throws IOException {
    if (read(patch).applies().contains(ReleaseNumber.of(release).orElseThrow())) {
      compiles(release + "+" + patch, "x86_64");
      compiles(release + "+" + patch, "arm64");
    } else {
      assertThat(Home.said(() -> CATALOG.kernel(release + "+" + patch).sources("x86_64")))
          .first()
          .asString()
          .endsWith("applies to releases " + read(patch).applies() + ", not to " + release);
    }
  }

  @Test
  void everyPatchSaysWhatItIsWhereItComesFromAndForWhichReleases() throws IOException {
    for (String name : CATALOG.patches().keySet()) {
      Patch patch = read(name);
      assertThat(patch.source()).as(name).isNotEmpty();
      assertThat(patch.appliesAt()).as(name).isPositive();
      assertThat(releases().anyMatch(it -> patch.applies().contains(number(it)))).as(name).isTrue();
    }
  }

  @Test
  void everyReleaseHasADate() {
    List<String> dates = new ArrayList<>();
    for (String release : releases().toList()) {
      assertThat(CATALOG.kernel(release).date()).matches("20\\d\\d-\\d\\d-\\d\\d");
      if (number(release).sublevel() == 0) {
        dates.add(CATALOG.kernel(release).date());
      }
    }
    assertThat(dates).isSorted();
  }

  private static Stream<String> releases() {
    return CATALOG.kernels().keySet().stream().filter(it -> ReleaseNumber.of(it).isPresent());
  }

  private static ReleaseNumber number(String release) {
    return ReleaseNumber.of(release).orElseThrow();
  }

  private static Patch read(String name) throws IOException {
    Path file = PATCHES.resolve(name + ".patch");
    return PatchReader.read(file.toString(), Files.readString(file));
  }

  private static void compiles(String kernel, String arch) {
    assertThat(CATALOG.kernel(kernel).compile(arch).diagnostics()).isEmpty();
  }
}
