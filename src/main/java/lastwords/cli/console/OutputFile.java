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
 * A file that a verb writes: all of it or nothing. It is written beside its place and then renamed,
 * so that whatever goes wrong leaves an earlier file as it was.
 */
public record OutputFile(Path path) {
  private static final String STANDARD_OUTPUT = "-";

  /** What is written. */
  public interface Content {
    /** Writes it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * The file that a word of the command line names, if it could be written.
   *
   * @throws IllegalArgumentException says why it could not
   */
  public static OutputFile of(String word) {
    if (word.equals(STANDARD_OUTPUT)) {
      throw new IllegalArgumentException(
          "expected a file: standard output is taken; ./- is a file of that name");
    }
    OutputFile file = new OutputFile(path(word));
    file.obstacle().ifPresent(OutputFile::refuse);
    return file;
  }

  /**
   * The path that a word of the command line names.
   *
   * @throws IllegalArgumentException when no file can be called so
   */
  public static Path path(String word) {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(noPath(e), e);
    }
  }

  /** What is said about a word that names no file. */
  public static String noPath(InvalidPathException e) {
    return "'" + e.getInput() + "' cannot be a file name in this locale: try LC_ALL=C.UTF-8";
  }

  /** Why a word names no file; empty when it does. */
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

  /** Why it cannot be written; empty when it looks as if it can. Nothing is touched. */
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

  /** Writes it; when that fails, the file is what it was before. */
  public void write(Content content) throws IOException {
    if (inPlace()) {
      try (OutputStream out = Files.newOutputStream(path)) {
        content.writeTo(out);
      }
      return;
    }
    Path place = Files.exists(path) ? path.toRealPath() : path; // a link stays one
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

  /** Devices and pipes are not replaced, nor is a file in a folder that takes no new ones. */
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
    draft.toFile().deleteOnExit(); // Ctrl-C
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
