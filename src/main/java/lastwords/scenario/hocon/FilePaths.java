package lastwords.scenario.hocon;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Paths of files. */
public final class FilePaths {
  private FilePaths() {}

  /** The folder that contains a file. */
  public static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** The file's name without its extension. */
  public static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }

  /** Is this a path rather than the name of something shipped? */
  public static boolean isPath(String text) {
    return text.contains("/") || text.endsWith(".conf") || text.endsWith(".c") || isDiff(text);
  }

  /** Is this the name of a unified diff? */
  public static boolean isDiff(String text) {
    return text.endsWith(".patch") || text.endsWith(".diff");
  }

  /** The path relative to the folder, if the text can be a path and the file exists. */
  public static Optional<Path> existing(Path folder, String text) {
    try {
      Path path = folder.resolve(text).normalize();
      return Files.exists(path) ? Optional.of(path) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
