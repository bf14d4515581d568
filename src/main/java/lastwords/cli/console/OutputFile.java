package lastwords.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;

/**
 * A file that a verb writes completely or not at all. It is written to a temporary file and then
 * renamed, so that any error leaves an earlier file as it was.
 */
public record OutputFile(Path path) {
  private static final String STANDARD_OUTPUT = "-";

  /** The file's content. */
  public interface Content {
    /** Writes it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The file named by a word of the command line, if it can probably be written.
   *
   * @throws IllegalArgumentException with the reason if it cannot
   */
  public static OutputFile of(String word) {
    if (word.equals(STANDARD_OUTPUT)) {
      throw new IllegalArgumentException(
          "expected a file: standard output is in use; ./- is a file of that name");
    }
    OutputFile file = new OutputFile(path(word));
    file.obstacle().ifPresent(OutputFile::refuse);
    return file;
  }

  /**
   * The path named by a word of the command line.
   *
   * @throws IllegalArgumentException if it cannot be a path
   */
  public static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(noPath(e), e);
    }
  }

  /** The message about a word that cannot be a path. */
  public static String noPath(InvalidPathException e) {
    return "'" + e.getInput() + "' cannot be a file name in this locale: try LC_ALL=C.UTF-8";
  }

  /** Why a word cannot be a path; empty if it can. */
  public static Optional<String> noPath(String word) {
    try {
      Path.of(word);
      return Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.of(noPath(e));
    }
  }

  private static void refuse(String obstacle) {
    throw new IllegalArgumentException(obstacle);
  }

  /** Why the file cannot be written; empty if it probably can. Nothing is modified. */
  private Optional<String> obstacle() {
    Path folder = folder();
    if (Files.isDirectory(path)) {
      return Optional.of(path + " is a folder, not a file");
    }
    if (!Files.isDirectory(folder)) {
      boolean there = Files.exists(folder);
      return Optional.of(folder + (there ? " is not a folder" : ": no such folder"));
    }
    boolean allowed = Files.exists(path) ? Files.isWritable(path) : Files.isWritable(folder);
    return allowed ? Optional.empty() : Optional.of(path + ": permission denied");
  }

  private Path folder() {
    Path folder = path.getParent();
    return folder == null ? Path.of(".") : folder;
  }

  /** Writes a text, as UTF-8. */
  public void write(String text) throws IOException {
    write(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes the file; on failure, it is what it was before. */
  public void write(Content content) throws IOException {
    if (inPlace()) {
      try (OutputStream out = Files.newOutputStream(path)) {
        content.writeTo(out);
      }
      return;
    }
    Path place = Files.exists(path) ? path.toRealPath() : path; // a symbolic link is kept
    Path draft = draft(place);
    try {
      try (OutputStream out = Files.newOutputStream(draft, StandardOpenOption.CREATE_NEW)) {
        content.writeTo(out);
      }
      keepPermissions(place, draft);
      Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Devices and pipes are not replaced, nor are files in a folder without write permission. */
  private boolean inPlace() throws IOException {
    boolean there = Files.exists(path);
    boolean device = path.toAbsolutePath().normalize().startsWith("/dev");
    return device
        || there && !Files.isRegularFile(path)
        || there && !Files.isWritable(path.toRealPath().getParent());
  }

  private static Path draft(Path place) {
    String name = place.getFileName() + "." + ProcessHandle.current().pid() + ".new";
    Path draft = place.resolveSibling(name);
    draft.toFile().deleteOnExit(); // on Ctrl-C
    return draft;
  }

  private static void keepPermissions(Path place, Path draft) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(draft, PosixFileAttributeView.class);
    if (view != null && Files.exists(place)) {
      view.setPermissions(Files.getPosixFilePermissions(place));
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
