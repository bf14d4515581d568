package lastwords.cli.compare;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import lastwords.cli.console.Output;
import lastwords.scenario.Catalog;
import lastwords.scenario.hocon.NaturalOrder;
import lastwords.scenario.kernel.Checkout;
import lastwords.scenario.kernel.Kernel;
import lastwords.scenario.release.DiffNames;

/**
 * Help for a diff that fits no kernel here, such as one against Linux itself: which of the
 * functions that it changes have the same names here, and where to edit them.
 */
final class ForeignPatch {
  private static final String PLAIN = "\\d+\\.\\d+";

  private final Catalog catalog;
  private final Output output;
  private final Optional<Path> folder;

  /**
   * @param folder where to write the sources to edit; empty: not at all
   */
  ForeignPatch(Catalog catalog, Output output, Optional<Path> folder) {
    this.catalog = catalog;
    this.output = output;
    this.folder = folder;
  }

  /** Prints it, for the newest release or the requested one. */
  void show(String patch, String diff, Optional<String> release) {
    Kernel kernel = catalog.kernel(release.orElseGet(this::newest));
    SortedSet<String> names = DiffNames.in(diff);
    SortedMap<String, String> ours =
        kernel.tree().map(tree -> DiffNames.places(tree, names)).orElseThrow();
    output.text(
        patch + " does not fit the emulated kernel, which has Linux's names but its own text.");
    output.out().println();
    output
        .out()
        .println("functions that it changes, and where kernel " + kernel.name() + " has them:");
    names.forEach(name -> output.text("  " + name + "()  " + ours.getOrDefault(name, "not here")));
    if (names.isEmpty()) {
      output.text("  none that it names");
    }
    if (!ours.isEmpty()) {
      edit(kernel, ours);
    }
    output.out().flush();
  }

  private String newest() {
    return catalog.kernels().keySet().stream()
        .filter(it -> it.matches(PLAIN))
        .max(NaturalOrder.ORDER)
        .orElseThrow();
  }

  /** How to make the same change here. */
  private void edit(Kernel kernel, Map<String, String> ours) {
    String path = folder.map(Path::toString).orElse("DIR");
    String dir = path.contains("/") || folder.isEmpty() ? path : "./" + path;
    output.out().println();
    if (folder.isPresent()) {
      int files = Checkout.write(kernel, folder.get());
      output.text(dir + ": kernel " + kernel.name() + ", " + files + " sources. Edit there:");
      files(ours).forEach(it -> output.text("  " + dir + "/" + it));
      output.out().println("then:");
    } else {
      output.out().println("make the change in a copy of it:");
      output.command("  ", "lastwords kernel checkout " + kernel.name() + " DIR");
    }
    output.command("  ", "lastwords kernel diff " + kernel.name() + " " + dir + " > ours.patch");
    output.command("  ", "lastwords review ours.patch");
  }

  private static List<String> files(Map<String, String> ours) {
    return ours.values().stream()
        .flatMap(it -> List.of(it.split(", ")).stream())
        .map(it -> it.replaceFirst(":\\d+$", ""))
        .distinct()
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
