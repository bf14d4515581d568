package lastwords.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import lastwords.engine.explore.Bounds;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.sample.Sampled;
import lastwords.engine.sample.WalkSampler;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.UniformScheduler;
import lastwords.outcome.End;
import lastwords.scenario.Setup;

/**
 * Speed of searching and running the model of the panic path. Prints one line: the task, the amount
 * of work, CPU seconds, wall seconds, and a result to compare with others'.
 */
public final class ExploreBench {
  private static final Bounds BOUNDS =
      new Bounds(20_000_000, Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 10 * 8);
  private static final int HANG = 0x100;
  private static final int MOST_CHOICES = 2_000;

  private final String name;

  private ExploreBench(String name) {
    this.name = name;
  }

  /**
   * Arguments: {@code states NAME small|big TIMES WORKERS [exact]}, of which only the last time
   * counts; {@code verdict NAME small|big}, the classes of outcomes; {@code walks NAME RUNS}.
   */
  public static void main(String[] args) {
    ExploreBench bench = new ExploreBench(args[1]);
    switch (args[0]) {
      case "states" ->
          bench.states(
              PanicModel.valueOf(args[2].toUpperCase(Locale.ROOT)),
              Integer.parseInt(args[3]),
              Search.DEFAULT.withWorkers(Integer.parseInt(args[4])).withExact(args.length > 5));
      case "verdict" -> bench.verdict(PanicModel.valueOf(args[2].toUpperCase(Locale.ROOT)));
      case "walks" -> bench.walks(Integer.parseInt(args[2]));
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private void states(PanicModel model, int times, Search search) {
    Setup setup = model.setup();
    for (int left = times; left > 0; left--) {
      System.gc();
      long cpu = cpu();
      long wall = System.nanoTime();
      Exploration found =
          Explorer.explore(setup, search.withBounds(BOUNDS), Explorer.Listener.NONE);
      double cpuSeconds = (cpu() - cpu) / 1e9;
      double seconds = (System.nanoTime() - wall) / 1e9;
      if (left == 1) {
        String all = ends(found, false) + " " + found.bytes() / found.states();
        print(found.states(), cpuSeconds, seconds, all);
      }
    }
  }

  /** States in which runs end. */
  private static int ends(Exploration found, boolean hangs) {
    return found.findings().stream()
        .filter(it -> !hangs || it.outcome().end() == End.HANG)
        .mapToInt(Finding::states)
        .sum();
  }

  private void verdict(PanicModel model) {
    Setup setup = model.setup();
    PanicModel.Classes classes = new PanicModel.Classes(setup.image());
    Search search = Search.DEFAULT.withBounds(BOUNDS);
    long wall = System.nanoTime();
    Exploration found = Explorer.explore(setup, search, Explorer.Listener.NONE, classes);
    int seen = classes.seen() | (ends(found, true) > 0 ? HANG : 0);
    double seconds = (System.nanoTime() - wall) / 1e9;
    print(found.states(), cpu() / 1e9, seconds, String.format("0x%x", seen));
  }

  /**
   * Only the second half of the runs counts: how many per CPU second, and how many of 10,000 hang.
   */
  private void walks(int runs) {
    RandomWalk walk = new RandomWalk(PanicModel.BIG.setup(), true, MOST_CHOICES);
    WalkSampler sampler = new WalkSampler(walk, true, UniformScheduler::new);
    walks(sampler, 0, runs);
    long cpu = cpu();
    long wall = System.nanoTime();
    int hung = walks(sampler, runs, runs);
    double cpuSeconds = (cpu() - cpu) / 1e9;
    double seconds = (System.nanoTime() - wall) / 1e9;
    print(runs, cpuSeconds, seconds, hung < 0 ? "endless" : String.valueOf(10_000L * hung / runs));
  }

  /** Number of runs that hang; -1 if one of them has no end. */
  private static int walks(WalkSampler sampler, long first, int runs) {
    int hung = 0;
    for (long seed = first; seed < first + runs; seed++) {
      Sampled run = sampler.run(seed);
      if (run.length() >= MOST_CHOICES) {
        return -1;
      }
      hung += run.outcome().end() == End.HANG ? 1 : 0;
    }
    return hung;
  }

  private void print(long work, double cpuSeconds, double seconds, String check) {
    System.out.printf(Locale.ROOT, "%s|%d|%.3f|%.3f|%s%n", name, work, cpuSeconds, seconds, check);
  }

  private static long cpu() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return ((com.sun.management.OperatingSystemMXBean) system).getProcessCpuTime();
  }
}
