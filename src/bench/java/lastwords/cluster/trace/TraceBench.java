package lastwords.cluster.trace;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.SpoolRecord;
import lastwords.cluster.spool.Spooled;
import lastwords.cluster.spool.TraceHealth;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts.Definition;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;

/**
 * What a record of the trace costs, in CPU time of one thread: to write it into the spool, to read
 * and pack it for transfer, to store it at the collector, and to merge it with those of two other
 * nodes. Serialization and network, a few messages for thousands of records, are not included. Then
 * the cost of forcing the spool to the disk.
 */
public final class TraceBench {
  private static final int RECORDS = 60_000;
  private static final int NODES = 3;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final RunHeader header;

  private TraceBench(Path folder, RunHeader header) {
    this.folder = folder;
    this.header = header;
  }

  /** Measures and prints. */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("lastwords-trace-bench");
    Catalog catalog = Catalog.at(Path.of(System.getProperty("lastwords.home", "")));
    Bundle bundle = Bundle.of(catalog.scenario("logbuf-scenario-2").cases().get(0));
    SortedMap<Integer, String> places = new TreeMap<>();
    for (int node = 0; node < NODES; node++) {
      places.put(node, "node-" + node);
    }
    RunHeader header =
        new RunHeader("m", "m", bundle, places, Collections.emptySortedMap(), RunHeader.LIVE, 1, 1);
    try {
      new TraceBench(folder, header).measure();
      new SyncBench(folder).measure();
    } finally {
      Spool.delete(folder);
    }
  }

  private void measure() throws IOException {
    String[] names = {"spool: write", "ship: read and pack", "collect: keep", "collect: merge"};
    double[][] costs = new double[names.length + 1][ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      double[] cost = round(folder.resolve("round" + (round + WARM_UP)));
      for (int i = 0; round >= 0 && i < cost.length; i++) {
        costs[i][round] = cost[i];
      }
    }
    System.out.printf("%-44s %14s  %s%n", "CPU ns per trace record", "median", "range");
    for (int i = 0; i < costs.length; i++) {
      print(i < names.length ? names[i] : "all of it", costs[i]);
    }
  }

  private static void print(String what, double[] costs) {
    Arrays.sort(costs);
    System.out.printf(
        Locale.ROOT,
        "%-44s %,14.0f  %,.0f to %,.0f%n",
        what,
        costs[costs.length / 2],
        costs[0],
        costs[costs.length - 1]);
  }

  private double[] round(Path here) throws IOException {
    List<Spool> spools = new ArrayList<>();
    for (int node = 0; node < NODES; node++) {
      Path own = here.resolve("spool-" + node);
      Spool.Settings settings = new Spool.Settings(Long.MAX_VALUE, Spool.Sync.NEVER);
      spools.add(Spool.open(own, "node-" + node, settings, new TraceHealth(), () -> 1));
    }
    long start = now();
    for (int i = 0; i < RECORDS; i++) {
      spools.get(i % NODES).append("m", event(i));
    }
    long written = now();
    List<List<byte[]>> batches = new ArrayList<>();
    for (Spool spool : spools) {
      batches.add(batches(spool.streams().get(0)));
    }
    long packed = now();
    try (MachineTrace machine = new MachineTrace(here.resolve("m"), notice -> {})) {
      byte[] begins = RunTexts.pack(header);
      machine.store(
          "node-0",
          0,
          new SpoolRecord(SpoolRecord.Type.HEADER, true, true, "m", 1, begins),
          begins);
      long ready = now();
      for (int node = 0; node < NODES; node++) {
        keep(machine, "node-" + node, batches.get(node));
      }
      long kept = now();
      while (machine.recording().events() < RECORDS) {
        machine.merge(node -> Long.MAX_VALUE);
      }
      long merged = now();
      long total = merged - ready + packed - start;
      return each(written - start, packed - written, kept - ready, merged - kept, total);
    } finally {
      for (Spool spool : spools) {
        spool.close();
      }
      Spool.delete(here);
    }
  }

  private static double[] each(long... nanos) {
    return Arrays.stream(nanos).mapToDouble(it -> (double) it / RECORDS).toArray();
  }

  private static long now() {
    return CLOCK.getCurrentThreadCpuTime();
  }

  private static List<byte[]> batches(Spooled stream) throws IOException {
    List<byte[]> batches = new ArrayList<>();
    long from = 0;
    Spooled.Piece piece = stream.read(from, Shipper.BATCH_BYTES);
    while (piece.to() > from) {
      batches.add(Shipper.packed(piece.records()));
      from = piece.to();
      stream.acknowledged(from);
      piece = stream.read(from, Shipper.BATCH_BYTES);
    }
    return batches;
  }

  private static void keep(MachineTrace machine, String stream, List<byte[]> batches)
      throws IOException {
    for (byte[] batch : batches) {
      ByteBuffer in = ByteBuffer.wrap(batch);
      while (in.hasRemaining()) {
        long number = in.getLong();
        byte[] record = new byte[in.getInt()];
        in.get(record);
        SpoolRecord read = SpoolRecord.of(record);
        machine.store(stream, number, read, read.data());
      }
      machine.flush();
    }
  }

  /** A typical event: every tenth has a text. */
  private static PartEvent event(int i) {
    long draw = i * 0x9E3779B97F4A7C15L;
    List<Definition> texts =
        i % 10 == 0
            ? List.of(new Definition(1 << 24 | i, "[    2.421870] a line of the log, number " + i))
            : List.of();
    Kind kind = Kind.values()[i % 4];
    StepRecord step =
        new StepRecord(
            i / NODES,
            2_000_000_000L + i * 300L,
            0,
            0,
            1234,
            Operation.CMPXCHG,
            70 + i % 20,
            i % 7,
            i % 2);
    long clock = 6978293562085474304L + ((long) i << 20);
    long drawn = kind == Kind.PERFORM ? draw : 0;
    return new PartEvent(clock, i % NODES + 1, i % NODES, kind, drawn, step, "", texts);
  }
}
