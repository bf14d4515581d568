package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.trace.TraceFormat;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same scenario and seed give the same bytes in every process, on every JDK, in every locale.
 */
final class ReproducibilityTest {
  private static final Path JDKS = Path.of("/usr/lib/jvm");
  private static final int OLDEST = 17;

  /** A language with other digits, and one with a different small I. */
  private static final List<List<String>> LANGUAGES =
      List.of(
          List.of("-Duser.language=ar", "-Duser.country=EG"),
          List.of("-Duser.language=tr", "-Duser.country=TR"));

  /** Settings of line ends and clocks that could matter; and a fast start. */
  private static final List<String> OTHER_USER =
      List.of(
          "-Duser.timezone=Asia/Kolkata",
          "-Dfile.encoding=ISO-8859-9",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1");

  @TempDir private Path folder;

  /** This JDK, and the others that can run this program. */
  private static List<Path> jdks() throws IOException {
    List<Path> jdks = new ArrayList<>();
    jdks.add(Path.of(System.getProperty("java.home")).toRealPath());
    try (Stream<Path> found = Files.isDirectory(JDKS) ? Files.list(JDKS) : Stream.empty()) {
      for (Path jdk : found.sorted().toList()) {
        Path real = jdk.toRealPath();
        if (!jdks.contains(real) && version(real) >= OLDEST) {
          jdks.add(real);
        }
      }
    }
    return jdks;
  }

  /** The number in the JDK's release file; 0 if there is none. */
  private static int version(Path jdk) throws IOException {
    Path release = jdk.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(jdk.resolve("bin/java"))) {
      return 0;
    }
    return Files.readAllLines(release).stream()
        .filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("^JAVA_VERSION=\"(\\d+).*", "$1"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElse(0);
  }

  private static List<String> verb(TraceFormat format, Path trace) {
    return List.of(
        "run",
        "logbuf-scenario-2",
        "--machine",
        "x86_64",
        "--seed",
        "11",
        "--json",
        "--trace",
        trace.toString(),
        "--trace-format",
        format.toString());
  }

  /** The output of a child process on that JDK. */
  private String child(Path jdk, List<String> language, List<String> verb) throws Exception {
    List<String> line = new ArrayList<>(List.of(jdk.resolve("bin/java").toString()));
    line.addAll(language);
    line.addAll(OTHER_USER);
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "lastwords.cli.Main"));
    line.addAll(verb);
    Path out = Files.createTempFile(folder, "out", ".json");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(err)).isIn(ExitCode.OK, ExitCode.UNEXPECTED);
    return Files.readString(out);
  }

  @ParameterizedTest
  @EnumSource(TraceFormat.class)
  void aRunIsTheSameInEveryProcessOnEveryJdk(TraceFormat format) throws Exception {
    Path trace = folder.resolve("here");
    String here = Cli.run(verb(format, trace)).out();
    assertThat(here).contains("\"seed\" : 11");
    assertThat(Files.size(trace)).isGreaterThan(10_000);
    for (Path jdk : jdks()) {
      Path other = folder.resolve(jdk.getFileName() + ".trace");
      List<String> language = LANGUAGES.get(format.ordinal() % LANGUAGES.size());
      String there = child(jdk, language, verb(format, other));
      assertThat(there).as(jdk.toString()).isEqualTo(here);
      assertThat(Files.mismatch(trace, other)).as("%s: first byte that differs", jdk).isEqualTo(-1);
    }
  }
}
