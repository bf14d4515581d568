package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs in a folder, with the JDK of the test. */
final class Shell {
  private static final long PATIENCE_SECONDS = 300;

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  Shell(Path folder) {
    this.folder = folder;
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("TERM", "dumb");
    environment.put("LASTWORDS_ARCHIVE", "no");
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  /** The result of a program: its exit code, and its output on both streams. */
  record Done(int code, String out) {}

  /** Programs in this folder take precedence. */
  Shell withPath(Path first) {
    return with("PATH", first + ":" + System.getenv("PATH"));
  }

  Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Done run(String input, String... words) throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path in = Files.writeString(folder.resolve("in"), input);
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(ended).as(String.join(" ", words)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Done(process.exitValue(), Files.readString(out));
  }
}
