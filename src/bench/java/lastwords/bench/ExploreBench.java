package lastwords.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.scenario.Catalog;
import lastwords.scenario.Overrides;
import lastwords.scenario.Setup;

/**
 * How fast all states of the model of the panic path are found, with three CPUs: {@code big} has
 * 8.3 million states, {@code small} (a wait ends only when it has to) 0.74 million.
 */
public final class ExploreBench {
  private static final String MODEL = "src/bench/scenarios/panic-model.conf";
  private static final int BIG = 8_296_971;
  private static final int SMALL = 744_627;
  private static final Bounds BOUNDS =
      new Bounds(20_000_000, Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 10 * 8);

  private ExploreBench() {}

  /** Arguments: which, how often (only the last time counts), workers. */
  public static void main(String[] args) {
    boolean big = args[0].equals("big");
    int workers = Integer.parseInt(args[2]);
    Setup setup = setup(big);
    for (int left = Integer.parseInt(args[1]); left > 0; left--) {
      measure(setup, args[0], big ? BIG : SMALL, workers, left == 1);
    }
  }

  private static Setup setup(boolean big) {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("CONFIG_MODEL_PATIENT", big ? "0" : "1");
    return Catalog.at(Path.of(System.getProperty("lastwords.home", "")))
        .scenario(MODEL)
        .variant("three-cpus", new Overrides(Optional.empty(), Optional.empty(), set))
        .setup();
  }

  private static void measure(Setup setup, String which, int states, int workers, boolean counts) {
    System.gc();
    long cpu = cpu();
    long wall = System.nanoTime();
    Search search = Search.DEFAULT.withBounds(BOUNDS).withWorkers(workers);
    Exploration found = Explorer.explore(setup, search, Explorer.Listener.NONE);
    double cpuSeconds = (cpu() - cpu) / 1e9;
    double seconds = (System.nanoTime() - wall) / 1e9;
    if (!found.exhausted() || found.states() != states) {
      throw new IllegalStateException(found.states() + " states, not " + states);
    }
    if (counts) {
      System.out.printf(
          Locale.ROOT,
          "%s, lastwords, %d worker%s, %d bytes a state|%d|%.2f|%.2f%n",
          which,
          workers,
          workers == 1 ? "" : "s",
          found.bytes() / found.states(),
          found.states(),
          cpuSeconds,
          seconds);
    }
  }

  private static long cpu() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }
}
