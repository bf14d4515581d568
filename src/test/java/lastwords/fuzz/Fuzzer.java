package lastwords.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lastwords.cli.InProcess;

/**
 * Gives corrupted files to the command line, on all cores, and collects the failures: an exit code
 * other than 0, 1 or 2, a stack trace, or ten seconds without an answer.
 */
final class Fuzzer {
  private static final long FIRST = Long.getLong("fuzz.first", 1);
  private static final int MOST_FAILURES = Integer.getInteger("fuzz.failures", 3);
  private static final long MOST_NANOS = 10_000_000_000L; // per command, on one core
  private static final int MOST_LINES = 12; // shown of a failure
  private static final long LOOK_MILLIS = 100;
  private static final int WORKERS = Math.min(4, Runtime.getRuntime().availableProcessors());
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final Spoilt spoilt;
  private final AtomicLong next = new AtomicLong(FIRST);
  private final long end;
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final List<Worker> workers = new ArrayList<>();

  /** Writes the files of a seed into a folder; returns the command line to run with them. */
  interface Spoilt {
    List<String> command(Path folder, long seed) throws IOException;
  }

  private Fuzzer(Path folder, int count, Spoilt spoilt) {
    this.folder = folder;
    this.spoilt = spoilt;
    this.end = FIRST + Integer.getInteger("fuzz.count", count);
  }

  /** Runs this many seeds; returns a few of the failures, with their seeds. */
  static List<String> failures(Path folder, int count, Spoilt spoilt) throws Exception {
    return new Fuzzer(folder, count, spoilt).run();
  }

  private List<String> run() throws Exception {
    while (workers.size() < WORKERS) {
      start();
    }
    while (workers.stream().anyMatch(worker -> worker.thread.isAlive() && !worker.abandoned)) {
      Thread.sleep(LOOK_MILLIS);
      for (Worker worker : List.copyOf(workers)) {
        if (!worker.abandoned && worker.usedNanos() > MOST_NANOS) {
          String where = frames(worker.thread.getStackTrace());
          worker.abandoned = true;
          worker.fail("no answer after " + MOST_NANOS + " ns of work, in " + where);
          start();
        }
      }
    }
    return List.copyOf(failures);
  }

  private void start() throws IOException {
    Path own = Files.createDirectory(folder.resolve("worker-" + workers.size()));
    Worker worker = new Worker(own);
    workers.add(worker);
    worker.thread.start();
  }

  /** A thread with its own folder. */
  private final class Worker implements Runnable {
    private final Path own;
    private final Thread thread = new Thread(this, "fuzz");
    private volatile boolean abandoned;
    private volatile long seed;
    private volatile long started = Long.MAX_VALUE; // by the thread's own clock
    private volatile List<String> line = List.of();

    Worker(Path own) {
      this.own = own;
      thread.setDaemon(true);
    }

    long usedNanos() {
      return started == Long.MAX_VALUE ? 0 : THREADS.getThreadCpuTime(thread.getId()) - started;
    }

    @Override
    public void run() {
      for (long mine = take(); mine < end && !abandoned; mine = take()) {
        seed = mine;
        try {
          line = spoilt.command(own, mine);
          started = THREADS.getCurrentThreadCpuTime();
          check(InProcess.run(line));
        } catch (Throwable e) { // an Error is a failure, too
          fail(e + " in " + frames(e.getStackTrace()));
        }
        started = Long.MAX_VALUE;
      }
    }

    private long take() {
      return failures.size() < MOST_FAILURES ? next.getAndIncrement() : end;
    }

    private void check(InProcess done) {
      if (!abandoned && (done.code() > 2 || done.err().contains("\n\tat "))) {
        fail("exit code " + done.code() + ": " + head(done.err().lines()));
      }
    }

    private void fail(String what) {
      failures.add(
          "seed "
              + seed
              + ": "
              + String.join(" ", line)
              + "\n"
              + what
              + "\nfiles are in "
              + kept());
    }

    /** The files of this seed, kept for investigation. */
    private String kept() {
      Path kept = Path.of("target/fuzz/" + seed);
      try (Stream<Path> files = Files.list(own)) {
        Files.createDirectories(kept);
        for (Path file : files.toList()) {
          Files.write(kept.resolve(file.getFileName()), Files.readAllBytes(file));
        }
        return kept.toString();
      } catch (IOException e) {
        return own + ", if they are still there";
      }
    }
  }

  private static String frames(StackTraceElement[] trace) {
    return head(Stream.of(trace).map(frame -> "\tat " + frame));
  }

  private static String head(Stream<String> lines) {
    return lines.limit(MOST_LINES).collect(Collectors.joining("\n"));
  }
}
