package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sources of a kernel, for all architectures, in the order in which they are compiled. */
public final class KernelTree {
  private final Map<String, TreeFile> files = new LinkedHashMap<>();

  KernelTree(Collection<TreeFile> files) {
    files.forEach(file -> this.files.put(file.path(), file));
  }

  /** All files in order. */
  public List<TreeFile> files() {
    return List.copyOf(files.values());
  }

  /** The file at that path in the tree. */
  public Optional<TreeFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /**
   * What an architecture compiles: no file of another one's folder.
   *
   * @param own its folder, empty when it has none
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
