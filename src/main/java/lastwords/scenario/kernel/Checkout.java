package lastwords.scenario.kernel;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lastwords.scenario.hocon.FilePaths;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.scenario.release.KernelTree;
import lastwords.scenario.release.TreeFile;

/** Writes a kernel as a folder: its sources for all architectures, and its manifest. */
public final class Checkout {
  /** Keys of a manifest that describe how the kernel is made, rather than the kernel itself. */
  private static final List<String> OWN =
      List.of("title", "source", "patch", "include-from", "sources", "leaves-out", "backports");

  private static final ConfigRenderOptions FORM =
      ConfigRenderOptions.defaults().setOriginComments(false).setJson(false);

  private static final Pattern KEY = Pattern.compile("(?m)^( *)(?:\"([\\w-]+)\"|([\\w-]+))=");

  private final Kernel kernel;
  private final Path folder;

  private Checkout(Kernel kernel, Path folder) {
    this.kernel = kernel;
    this.folder = folder;
  }

  /** Writes the kernel into a new or empty folder; returns the number of sources written. */
  public static int write(Kernel kernel, Path folder) {
    return new Checkout(kernel, folder).write();
  }

  private int write() {
    KernelTree tree =
        kernel
            .tree()
            .orElseThrow(
                () -> wrong("kernel " + kernel.name() + " has no tree of sources to write"));
    if (kernel.manifests().stream().anyMatch(Checkout::listsSources)) {
      throw wrong(
          "kernel "
              + kernel.name()
              + " has sources on top of its tree: only unified diffs can"
              + " be part of it");
    }
    List<TreeFile> files = new ArrayList<>(tree.files());
    files.removeIf(TreeFile::generated);
    try {
      refuseWhatIsThere();
      for (TreeFile file : files) {
        write(file.path(), file.text());
      }
      write(Releases.FILE, manifest());
    } catch (IOException e) {
      throw wrong(folder + ": cannot be written: " + e.getMessage());
    }
    return files.size();
  }

  private static boolean listsSources(Manifest manifest) {
    return !manifest.common().sources().isEmpty()
        || manifest.byArch().values().stream().anyMatch(it -> !it.sources().isEmpty());
  }

  private void refuseWhatIsThere() throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw wrong(folder + ": is a file, not a folder");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> inside = Files.list(folder)) {
        if (inside.findAny().isPresent()) {
          throw wrong(folder + ": is not empty; expected a new or empty folder");
        }
      }
    }
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private String manifest() {
    ConfigObject all = kernel.manifests().get(0).object();
    for (Manifest above : kernel.manifests().subList(1, kernel.manifests().size())) {
      all = above.object().withFallback(all);
    }
    for (String key : OWN) {
      all = all.withoutKey(key);
    }
    all = all.withValue("title", ConfigValueFactory.fromAnyRef(kernel.title() + ", edited"));
    all = all.withValue("checkout-of", ConfigValueFactory.fromAnyRef(origin()));
    String text = KEY.matcher(all.render(FORM)).replaceAll("$1$2$3 = ");
    return "# Written by 'lastwords kernel checkout " + kernel.name() + "'.\n" + text;
  }

  /** The kernel's name without the user's own patches, which belong to the edits. */
  private String origin() {
    return Stream.of(kernel.name().split("\\+"))
        .filter(part -> !FilePaths.isPath(part))
        .collect(Collectors.joining("+"));
  }

  private static ScenarioException wrong(String what) {
    return new ScenarioException(List.of(what));
  }
}
