package lastwords.cluster.live;

import java.util.List;
import lastwords.machine.Machine;
import lastwords.machine.bus.Wiring;
import lastwords.trace.PartEvent;
import lastwords.trace.TraceRecord;
import lastwords.trace.Transaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.Level;

/**
 * The node's log of what happens to the parts that live on it: loggers {@code lastwords.part.cpu},
 * {@code .memory}, {@code .interrupts}, {@code .pram}, {@code .firmware}, {@code .uart} and {@code
 * .lock}. Faults are INFO, what reaches a CPU is DEBUG, everything else TRACE. Each line has
 * machine, part, CPU and emulated time.
 */
public final class PartLog {
  private static final List<String> KEYS = List.of("machine", "part", "cpu", "nanos");

  private final String id;
  private final Machine machine;
  private final Logger[] loggers; // by part

  public PartLog(String id, Machine machine) {
    this.id = id;
    this.machine = machine;
    Wiring wiring = machine.wiring();
    this.loggers = new Logger[wiring.parts()];
    for (int part = 0; part < loggers.length; part++) {
      String kind = wiring.name(part).replaceFirst("-\\d+$", "");
      loggers[part] = LoggerFactory.getLogger("lastwords.part." + kind);
    }
  }

  /** Logs a record if its level is enabled. */
  public void log(TraceRecord record) {
    if (record instanceof Transaction it && !traces(it.part()) && !traces(it.step().cpu())) {
      return; // nearly always; spares making its events
    }
    record.events().forEach(this::log);
  }

  private boolean traces(int part) {
    return loggers[part].isTraceEnabled();
  }

  private void log(PartEvent event) {
    Logger logger = loggers[event.part()];
    Level level = level(event.kind());
    if (logger.isEnabledForLevel(level)) {
      write(logger, level, event);
    }
  }

  private static Level level(PartEvent.Kind kind) {
    return switch (kind) {
      case FAULT, PRESS, DROPPED -> Level.INFO;
      case DELIVER, TIMEOUT, UART_DONE, END -> Level.DEBUG;
      case STEP, ASK, ANSWER, PERFORM, WAKE, ELAPSE -> Level.TRACE;
    };
  }

  private void write(Logger logger, Level level, PartEvent event) {
    MDC.put("machine", id);
    MDC.put("part", machine.wiring().name(event.part()));
    MDC.put("nanos", Long.toString(event.nanos()));
    if (event.cpu() >= 0) {
      MDC.put("cpu", Integer.toString(event.cpu()));
    }
    try {
      logger
          .atLevel(level)
          .log(
              "{} {} target {} argument {} result {}",
              event.kind(),
              event.step().operation().word(),
              word(event.target()),
              word(event.argument()),
              word(event.result()));
    } finally {
      KEYS.forEach(MDC::remove);
    }
  }

  private Object word(long word) {
    boolean text = machine.texts().isText(word);
    return text ? '"' + machine.texts().text(word).strip() + '"' : (Object) word;
  }
}
