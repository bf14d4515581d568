package lastwords.trace.dat;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.tracepoint.KernelSymbols;
import lastwords.trace.tracepoint.TracepointEvent;
import lastwords.trace.tracepoint.Tracepoints;

/**
 * Writes a trace.dat of version 6. The records of a CPU are contiguous in the file, so each CPU has
 * a temporary file until the last step: memory does not grow with the trace.
 */
public final class TraceDat implements Closeable {
  private final KernelSymbols symbols = new KernelSymbols();
  private final List<CpuPages> cpus = new ArrayList<>();
  private final Tracepoints tracepoints;

  public TraceDat(StepNames names) throws IOException {
    tracepoints = new Tracepoints(names, symbols, this::add);
    for (int cpu = 0; cpu < Math.max(1, names.cpus()); cpu++) {
      cpus.add(new CpuPages());
    }
  }

  /** Adds the next step of the run. */
  public void step(StepRecord step) throws IOException {
    tracepoints.step(step);
  }

  private void add(TracepointEvent event) throws IOException {
    cpus.get(event.cpu()).add(event.nanos(), Payload.of(event));
  }

  /** Writes the file, after the last step. */
  public void writeTo(OutputStream out) throws IOException {
    List<Long> sizes = new ArrayList<>();
    for (CpuPages pages : cpus) {
      sizes.add(pages.finish());
    }
    out.write(DatHead.of(symbols, sizes));
    for (CpuPages pages : cpus) {
      pages.copyTo(out);
    }
  }

  @Override
  public void close() throws IOException {
    for (CpuPages pages : cpus) {
      pages.close();
    }
  }
}
