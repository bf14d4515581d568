package lastwords.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/**
 * Source files by a pattern: {@code v5.2/*.c}.
 *
 * @param pattern relative to the folder; * and ? stand for characters of a file's name
 * @param folder where it starts
 * @param where the place that names it
 */
record Glob(String pattern, Path folder, String where) {
  /** The files in order of their names; that there is none is a problem. */
  List<Path> files(Problems problems) {
    try {
      Path path = folder.resolve(pattern).normalize();
      if (!pattern.contains("*") && !pattern.contains("?")) {
        return named(path, problems);
      }
      return matching(path, problems);
    } catch (InvalidPathException e) {
      problems.add(where, "'" + pattern + "' is no path");
      return List.of();
    }
  }

  private List<Path> named(Path path, Problems problems) {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    List<String> there =
        names(path.getParent()).stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".c") || name.endsWith(".h"))
            .toList();
    String hint = Nearest.hint(String.valueOf(path.getFileName()), there);
    problems.add(where, "no source file '" + pattern + "'" + hint);
    return List.of();
  }

  private List<Path> matching(Path path, Problems problems) {
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher(
                "glob:" + path.getFileName().toString().replaceAll("[\\[\\]{}\\\\]", "\\\\$0"));
    List<Path> files =
        names(path.getParent()).stream()
            .filter(file -> matcher.matches(file.getFileName()))
            .toList();
    if (files.isEmpty()) {
      problems.add(where, "no source file matches '" + pattern + "'");
    }
    return files;
  }

  private static List<Path> names(Path folder) {
    if (folder == null || !Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }
}
