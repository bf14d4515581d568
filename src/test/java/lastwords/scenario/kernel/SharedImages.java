package lastwords.scenario.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images that the processes of a test share, so that each kernel is compiled by one of them. They
 * are of this process alone, since the classes of the next one may be others.
 */
public final class SharedImages {
  private SharedImages() {}

  /** The folder of this process, once it shares. */
  private static final class Own {
    static final Path FOLDER = folder();
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("lastwords-images");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has this process share its images; gives their folder, for others. */
  public static Path share() {
    useThoseIn(Own.FOLDER);
    return Own.FOLDER;
  }

  /** Has this process share those of another one. */
  public static void useThoseIn(Path folder) {
    Compiled.keepIn(Optional.of(folder));
  }

  /** Has this process share nothing more. */
  public static void stop() {
    Compiled.keepIn(Optional.empty());
  }
}
