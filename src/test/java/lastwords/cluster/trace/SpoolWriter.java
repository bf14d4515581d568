package lastwords.cluster.trace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.TraceHealth;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.PartEvent;

/** A process that writes into a spool until it is killed, and reports its progress. */
public final class SpoolWriter {
  private SpoolWriter() {}

  /**
   * @param args the spool's folder
   */
  public static void main(String[] args) throws IOException {
    Spool.Settings settings = new Spool.Settings(Spool.MAX_BYTES, Spool.Sync.NEVER);
    Spool spool = Spool.open(Path.of(args[0]), "node-a", settings, new TraceHealth(), () -> 1);
    for (long seq = 0; ; seq++) {
      spool.append("m", event(seq));
      if (seq % 1000 == 999) {
        System.out.println(seq + 1);
      }
    }
  }

  /** The event with this number; its content does not matter. */
  public static PartEvent event(long seq) {
    StepRecord step = new StepRecord(seq, seq * 100, 0, 0, 7, Operation.STORE, seq, -seq, 0);
    return new PartEvent(seq + 1, 1, 0, PartEvent.Kind.STEP, 0, step, "", List.of());
  }
}
