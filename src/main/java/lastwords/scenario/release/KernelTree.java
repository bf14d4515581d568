package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sources of a kernel, for all architectures, in the order in which they are compiled. */
public final class KernelTree {
  private final List<String> folders;
  private final SortedMap<String, TreeFile> files;

  /** Sorts files by their folder's position in the list, then by path. */
  KernelTree(List<String> folders, Collection<TreeFile> files) {
    this.folders = List.copyOf(folders);
    this.files = new TreeMap<>(Comparator.comparing(this::folder).thenComparing(it -> it));
    files.forEach(file -> this.files.put(file.path(), file));
  }

  private int folder(String path) {
    int slash = path.indexOf('/');
    return folders.indexOf(slash < 0 ? "" : path.substring(0, slash));
  }

  /** The folders whose files are compiled, in order. */
  List<String> folders() {
    return folders;
  }

  /** May the tree have a file at this path? */
  boolean compiles(String path) {
    return folder(path) >= 0 && (path.endsWith(".c") || path.endsWith(".h"));
  }

  KernelTree without(String path) {
    return new KernelTree(
        folders, files.values().stream().filter(it -> !it.path().equals(path)).toList());
  }

  KernelTree with(TreeFile file) {
    List<TreeFile> all = new ArrayList<>(files.values());
    all.add(file);
    return new KernelTree(folders, all);
  }

  /** All files in order. */
  public List<TreeFile> files() {
    return List.copyOf(files.values());
  }

  /** The file at this path in the tree. */
  public Optional<TreeFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /**
   * What an architecture compiles: everything except the folders of others.
   *
   * @param own its folder, empty if it has none
   * @param all the folders of all architectures
   */
  public List<TreeFile> forArchitecture(Optional<String> own, Collection<String> all) {
    List<TreeFile> mine = new ArrayList<>();
    for (TreeFile file : files.values()) {
      boolean elsewhere =
          all.stream()
              .filter(folder -> !own.equals(Optional.of(folder)))
              .anyMatch(folder -> file.path().startsWith(folder + "/"));
      if (!elsewhere) {
        mine.add(file);
      }
    }
    return mine;
  }
}
