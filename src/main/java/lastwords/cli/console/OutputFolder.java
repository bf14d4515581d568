package lastwords.cli.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A folder to which a verb writes files; created if missing. */
public record OutputFolder(Path path) {
  /**
   * The folder named by a word of the command line, if files can probably be written to it.
   *
   * @throws IllegalArgumentException with the reason if they cannot
   */
  public static OutputFolder of(String word) {
    Path path = OutputFile.path(word);
    obstacle(path).ifPresent(OutputFolder::refuse);
    return new OutputFolder(path);
  }

  /** Why nothing can be written there; empty if it probably can. Nothing is modified. */
  private static Optional<String> obstacle(Path path) {
    Path there = path.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      return Optional.of(there + " is a file, not a folder");
    }
    return Files.isWritable(there) ? Optional.empty() : Optional.of(there + ": permission denied");
  }

  private static void refuse(String obstacle) {
    throw new IllegalArgumentException(obstacle);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
