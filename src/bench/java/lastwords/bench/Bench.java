package lastwords.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import lastwords.engine.BootedSetup;
import lastwords.engine.RunResult;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import lastwords.trace.TraceBuffer;

/**
 * Speed of runs in a warm process: rates of one thread, per second of its CPU time (wall time
 * depends on whatever else the host does), medians and ranges over short rounds.
 */
public final class Bench {
  private static final int WARM_UP_ROUNDS = 6;
  private static final int ROUNDS = 15;
  private static final long ROUND_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final BootedSetup setup;
  private long seed;

  private Bench(Setup setup) {
    this.setup = new BootedSetup(setup);
  }

  /** Measures the named scenarios. */
  public static void main(String[] args) {
    Catalog catalog = Catalog.at(Path.of(System.getProperty("lastwords.home", "")));
    System.out.printf(
        "%-44s %14s  %s%n",
        "one thread, per CPU second, Java " + Runtime.version(), "median", "range");
    for (String name : args) {
      Setup setup = catalog.scenario(name).variant(Scenario.DEFAULT, Overrides.NONE).setup();
      Bench bench = new Bench(setup);
      measure(Path.of(name).getFileName() + ", runs/s", bench::run);
      measure(Path.of(name).getFileName() + ", steps/s", bench::steps);
      measure(Path.of(name).getFileName() + ", steps/s with a trace", bench::tracedSteps);
    }
  }

  private long run() {
    next(StepSink.NONE);
    return 1;
  }

  private long steps() {
    return next(StepSink.NONE).steps();
  }

  private long tracedSteps() {
    return next(new TraceBuffer()).steps();
  }

  private RunResult next(StepSink sink) {
    return setup.run(++seed, sink);
  }

  private static void measure(String what, LongSupplier work) {
    double[] rates = new double[ROUNDS];
    for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
      double rate = rate(work);
      if (round >= 0) {
        rates[round] = rate;
      }
    }
    Arrays.sort(rates);
    System.out.printf(
        Locale.ROOT,
        "%-44s %,14.0f  %,.0f to %,.0f%n",
        what,
        rates[ROUNDS / 2],
        rates[0],
        rates[ROUNDS - 1]);
  }

  private static double rate(LongSupplier work) {
    long start = CLOCK.getCurrentThreadCpuTime();
    long end = start;
    long done = 0;
    while (end - start < ROUND_NANOS) {
      done += work.getAsLong();
      end = CLOCK.getCurrentThreadCpuTime();
    }
    return done * 1e9 / (end - start);
  }
}
