package lastwords.cluster;

import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.TraceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Passes records on, and logs which machines begin and end. */
final class LoggedEvents implements EventLog {
  private static final Logger LOG = LoggerFactory.getLogger("lastwords.machine");

  private final EventLog to;

  LoggedEvents(EventLog to) {
    this.to = to;
  }

  @Override
  public void append(String machine, TraceRecord record) {
    to.append(machine, record);
  }

  @Override
  public void header(String machine, RunHeader header) {
    to.header(machine, header);
    String scenario = header.bundle().scenario() + ", " + header.bundle().variant();
    log(machine, 0, "begins: " + scenario + ", kernel " + header.bundle().kernel());
  }

  @Override
  public void footer(String machine, RunFooter footer) {
    to.footer(machine, footer);
    String outcome = footer.result().outcome().summary();
    log(machine, footer.result().virtualNanos(), "is over: " + outcome);
  }

  private static void log(String machine, long nanos, String what) {
    MDC.put("machine", machine);
    MDC.put("nanos", Long.toString(nanos));
    try {
      LOG.info(what);
    } finally {
      MDC.remove("machine");
      MDC.remove("nanos");
    }
  }
}
