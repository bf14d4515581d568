package lastwords.scenario.hocon;

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
 * @param folder the base folder
 * @param where the place that names it
 */
public record Glob(String pattern, Path folder, String where) {
  /** With each, a matcher may try all lengths of what it stands for. */
  private static final int MOST_STARS = 4;

  /** The files, sorted by name; it is a problem if there are none. */
  public List<Path> files(ScenarioProblems problems) {
    try {
      Path path = folder.resolve(pattern).normalize();
      if (!pattern.contains("*") && !pattern.contains("?")) {
        return named(path, problems);
      }
      return matching(path, problems);
    } catch (InvalidPathException e) {
      problems.add(where, "'" + pattern + "' is not a path");
      return List.of();
    }
  }

  private List<Path> named(Path path, ScenarioProblems problems) {
    if (Files.isRegularFile(path)) {
      if (!source(path)) {
        problems.add(where, "'" + pattern + "': expected a source file, which ends in .c or .h");
      }
      return List.of(path).stream().filter(Glob::source).toList();
    }
    List<String> there =
        names(path.getParent()).stream()
            .filter(Glob::source)
            .map(file -> file.getFileName().toString())
            .toList();
    String hint = Nearest.hint(String.valueOf(path.getFileName()), there);
    problems.add(where, "no source file '" + pattern + "'" + hint);
    return List.of();
  }

  private static boolean source(Path file) {
    String name = file.toString();
    return name.endsWith(".c") || name.endsWith(".h");
  }

  private List<Path> matching(Path path, ScenarioProblems problems) {
    if (pattern.chars().filter(it -> it == '*').count() > MOST_STARS) {
      problems.add(where, "expected at most " + MOST_STARS + " * in the name of a source file");
      return List.of();
    }
    PathMatcher matcher =
        FileSystems.getDefault()
            .getPathMatcher(
                "glob:" + path.getFileName().toString().replaceAll("[\\[\\]{}\\\\]", "\\\\$0"));
    List<Path> files =
        names(path.getParent()).stream()
            .filter(Glob::source)
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
