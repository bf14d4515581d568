package lastwords.cli.cases;

import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import lastwords.scenario.Catalog;

/**
 * Completions for a shell: the names of what was shipped when the completion script was printed.
 */
public final class Candidates {
  private Candidates() {}

  /** All variants of all scenarios: {@code logbuf-scenario-2:patched}. */
  public static List<String> cases() {
    Catalog catalog = Catalog.standard();
    return catalog.scenarios().stream()
        .flatMap(it -> catalog.scenario(it).variants().stream().map(variant -> it + ":" + variant))
        .toList();
  }

  /** Names of scenarios. */
  public static final class Scenarios implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalog.standard().scenarios().iterator();
    }
  }

  /** Names of all scenarios' variants. */
  public static final class Variants implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      Catalog catalog = Catalog.standard();
      SortedSet<String> names = new TreeSet<>();
      catalog.scenarios().forEach(it -> names.addAll(catalog.scenario(it).variants()));
      return names.iterator();
    }
  }

  /** Names of machines. */
  public static final class Machines implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalog.standard().machines().keySet().iterator();
    }
  }

  /** Names of kernels. */
  public static final class Kernels implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalog.standard().kernels().keySet().iterator();
    }
  }

  /** Names of settings, as users know them. */
  public static final class Settings implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Catalog.standard().kernel("5.2").settingWords().iterator();
    }
  }
}
