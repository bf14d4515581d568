package lastwords.cli.console;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Can results be written to a folder? Asked before work that takes its time. */
public final class Writable {
  private Writable() {}

  /** Fails when nothing can be written to that folder, nor the folder be made. */
  public static void folder(Path folder) throws IOException {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new FileSystemException(there.toString(), null, "is a file, not a folder");
    }
    if (!Files.isWritable(there)) {
      throw new AccessDeniedException(there.toString());
    }
  }
}
