package lastwords.cluster.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.Spooled;
import lastwords.cluster.spool.TraceHealth;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.PartEvent;

/**
 * What {@code spool.sync} costs the writer: wall time until all records are written while others
 * read them in batches, acknowledge them, as a shipper does, and force them to the disk. Once as
 * fast as a thread can write, once at the rate of a busy live machine.
 */
final class SyncBench {
  private static final int RECORDS = 400_000;
  private static final int PACED = 60_000; // records at the rate of a machine
  private static final long GAP_NANOS = 20_000; // 50,000 records a second
  private static final int WARM_UP = 2;
  private static final int ROUNDS = 15;

  private final Path folder;

  SyncBench(Path folder) {
    this.folder = folder;
  }

  void measure() throws IOException {
    System.out.printf("%n%-44s %14s  %s%n", "spool.sync, wall ns per record", "median", "range");
    measure("at full speed", RECORDS, 0);
    measure("at 50,000 records a second, of the writer", PACED, GAP_NANOS);
  }

  private void measure(String what, int records, long gap) throws IOException {
    Spool.Sync[] ways = Spool.Sync.values();
    double[][] costs = new double[ways.length][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Spool.Sync way : ways) { // alternating, so that a slow phase affects both
        double cost = round(way, records, gap);
        costs[way.ordinal()][Math.max(0, round)] = cost;
      }
    }
    for (Spool.Sync way : ways) {
      double[] sorted = costs[way.ordinal()];
      Arrays.sort(sorted);
      System.out.printf(
          Locale.ROOT,
          "%-44s %,14.0f  %,.0f to %,.0f%n",
          what + ", " + way.name().toLowerCase(Locale.ROOT),
          sorted[ROUNDS / 2],
          sorted[0],
          sorted[ROUNDS - 1]);
    }
  }

  private double round(Spool.Sync way, int records, long gap) throws IOException {
    Path here = folder.resolve("sync");
    Spool.Settings settings = new Spool.Settings(Spool.MAX_BYTES, way);
    try (Spool spool = Spool.open(here, "node", settings, new TraceHealth(), () -> 1)) {
      Thread shipper = new Thread(() -> ship(spool, records));
      shipper.start();
      Thread forcing = new Thread(() -> force(spool));
      forcing.start();
      double cost = (double) write(spool, records, gap) / records;
      forcing.interrupt();
      forcing.join();
      shipper.join();
      return cost;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      Spool.delete(here);
    }
  }

  /** Nanoseconds spent writing, without the pauses between records. */
  private static long write(Spool spool, int records, long gap) {
    long start = System.nanoTime();
    long busy = 0;
    for (int i = 0; i < records; i++) {
      long due = start + i * gap;
      while (gap > 0 && System.nanoTime() < due) {
        Thread.onSpinWait();
      }
      long begin = System.nanoTime();
      spool.append("m", event(i));
      busy += System.nanoTime() - begin;
    }
    return busy;
  }

  private static void ship(Spool spool, int records) {
    Spooled stream = spool.streams().get(0);
    long next = 0;
    try {
      while (next < records) {
        Spooled.Piece piece = stream.read(next, Shipper.BATCH_BYTES);
        stream.acknowledged(piece.to());
        if (piece.to() == next) {
          TimeUnit.MILLISECONDS.sleep(1);
        }
        next = piece.to();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void force(Spool spool) {
    try {
      while (true) {
        Thread.sleep(Forcing.PERIOD.toMillis());
        spool.force();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static PartEvent event(int i) {
    StepRecord step = new StepRecord(i, i * 100L, 0, 0, 7, Operation.STORE, i, -i, 0);
    return new PartEvent(1 + i, 1, 0, PartEvent.Kind.STEP, 0, step, "", java.util.List.of());
  }
}
