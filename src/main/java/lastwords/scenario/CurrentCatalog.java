package lastwords.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The catalog of a long-running program. A catalog keeps the kernels that it has composed; once a
 * file under its home folder has changed, a new catalog is used.
 */
public final class CurrentCatalog {
  private static final List<String> FOLDERS = List.of("config", "src/main/kernel");

  /** A file counts as unchanged as long as these are. */
  private record Stamp(FileTime modified, long size) {}

  private Catalog catalog;
  private Map<Path, Stamp> stamps;

  /** Starts with a catalog that has read nothing yet. */
  public CurrentCatalog(Catalog catalog) {
    this.catalog = catalog;
    this.stamps = stamps(catalog.home());
  }

  /** A catalog of the files as they are now. */
  public synchronized Catalog get() {
    Map<Path, Stamp> now = stamps(catalog.home());
    if (!now.equals(stamps)) {
      catalog = Catalog.at(catalog.home());
      stamps = now;
    }
    return catalog;
  }

  private static Map<Path, Stamp> stamps(Path home) {
    Map<Path, Stamp> stamps = new TreeMap<>();
    for (String folder : FOLDERS) {
      addStamps(home.resolve(folder), stamps);
    }
    return stamps;
  }

  private static void addStamps(Path folder, Map<Path, Stamp> stamps) {
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes now) {
              stamps.put(file, new Stamp(now.lastModifiedTime(), now.size()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE; // gone, or reported by the catalog
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
