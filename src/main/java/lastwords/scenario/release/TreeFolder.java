package lastwords.scenario.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.scenario.hocon.Nearest;

/**
 * A folder of versioned sources. {@code kernel/panic.c} is valid from the first release on, {@code
 * kernel/panic/5.10.c} replaces it from 5.10 on, {@code kernel/panic/5.15.gone} removes it.
 */
public final class TreeFolder {
  private static final int DEPTH = 12; // nesting of folders
  private static final int MOST_FILES = 2000;
  private static final Pattern VERSION = Pattern.compile("(.*)/(\\d+\\.\\d+)\\.(c|h|gone)");

  private static final ReleaseNumber FIRST = new ReleaseNumber(0, 0, 0);

  /** A file of the folder: which file of the tree it is, and from which release on. */
  private record Version(String path, ReleaseNumber from, boolean gone, Path file) {}

  private final Path root;
  private final List<String> folders;
  private final Function<Path, String> read;
  private final Function<Path, String> names;

  /**
   * A tree under a root folder.
   *
   * @param folders in the order in which their files are compiled
   * @param read returns the text of a file
   * @param names returns the name of a file in messages
   */
  public TreeFolder(
      Path root, List<String> folders, Function<Path, String> read, Function<Path, String> names) {
    this.root = root;
    this.folders = List.copyOf(folders);
    this.read = read;
    this.names = names;
  }

  /**
   * The sources of a release: of each file the newest version that is not later than the release.
   */
  public KernelTree compose(ReleaseNumber release) {
    return compose(release, Set.of());
  }

  /** As above, for a release that has backports, by their names in conditions. */
  public KernelTree compose(ReleaseNumber release, Set<String> backports) {
    List<TreeFile> files = new ArrayList<>(List.of(GeneratedHeader.of(release)));
    List<String> problems = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    for (String folder : folders) {
      for (Version version : newest(folder, release)) {
        try {
          files.add(VersionConditions.decide(text(version), release, backports, known));
        } catch (TreeException e) {
          problems.addAll(e.lines());
        }
      }
    }
    backports.stream()
        .filter(it -> !known.contains(it))
        .forEach(
            it ->
                problems.add(
                    release
                        + ": no source asks for the backport '"
                        + it
                        + "'"
                        + Nearest.hint(it, known)));
    if (!problems.isEmpty()) {
      throw new TreeException(problems);
    }
    return new KernelTree(folders, files);
  }

  private TreeFile text(Version version) {
    return TreeFile.read(version.path(), names.apply(version.file()), read.apply(version.file()));
  }

  private List<Version> newest(String folder, ReleaseNumber release) {
    TreeMap<String, Version> newest = new TreeMap<>();
    for (Path file : filesUnder(root.resolve(folder))) {
      versions(file).stream()
          .filter(it -> it.from().compareTo(release) <= 0)
          .forEach(it -> newest.merge(it.path(), it, TreeFolder::later));
    }
    return newest.values().stream().filter(it -> !it.gone()).toList();
  }

  private static Version later(Version a, Version b) {
    return a.from().compareTo(b.from()) >= 0 ? a : b;
  }

  /**
   * The versions that a file represents: none if it is not a source, two if it ends both a .c and a
   * .h.
   */
  private List<Version> versions(Path file) {
    String path = root.relativize(file).toString().replace('\\', '/');
    Matcher version = VERSION.matcher(path);
    if (version.matches()) {
      ReleaseNumber from = ReleaseNumber.of(version.group(2)).orElseThrow();
      boolean gone = version.group(3).equals("gone");
      return (gone ? List.of("c", "h") : List.of(version.group(3)))
          .stream().map(it -> new Version(version.group(1) + "." + it, from, gone, file)).toList();
    }
    boolean source = path.endsWith(".c") || path.endsWith(".h");
    return source ? List.of(new Version(path, FIRST, false, file)) : List.of();
  }

  private List<Path> filesUnder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder, DEPTH)) {
      List<Path> files = all.filter(Files::isRegularFile).limit(MOST_FILES + 1L).sorted().toList();
      if (files.size() > MOST_FILES) {
        throw new TreeException(
            List.of(names.apply(folder) + ": has more than " + MOST_FILES + " files"));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new TreeException(List.of(names.apply(folder) + ": cannot be read"));
    }
  }
}
