package lastwords.outcome;

import java.util.List;
import java.util.Optional;
import lastwords.machine.Machine;
import lastwords.machine.part.Firmware;
import lastwords.machine.part.Pram.Written;

/** What the records in persistent RAM have of the panic's messages. */
final class Records {
  private final Firmware firmware;
  private final List<Written> written;

  Records(Machine machine) {
    this.firmware = machine.firmware();
    this.written = machine.pram().written();
  }

  /**
   * written, truncated, skipped or unreached. A record from before the panic does not count; one
   * without the line that gives the reason for the panic is truncated.
   */
  PstoreWord word() {
    Optional<Written> whole = written.stream().filter(this::hasFirstLine).findFirst();
    if (whole.isPresent()) {
      return whole.get().cut() ? PstoreWord.TRUNCATED : PstoreWord.WRITTEN;
    }
    if (written.stream().anyMatch(this::ofPanic)) {
      return firstLine().isEmpty() ? PstoreWord.WRITTEN : PstoreWord.TRUNCATED;
    }
    return firmware.dumpOver() ? PstoreWord.SKIPPED : PstoreWord.UNREACHED;
  }

  /** Another CPU may have stored it: then it contains the panic, but not another oops. */
  private boolean hasFirstLine(Written record) {
    boolean counts = firmware.panics() || ofPanic(record);
    return counts && firstLine().filter(record.text()::contains).isPresent();
  }

  private boolean ofPanic(Written record) {
    boolean since = !firmware.panics() || record.panicked();
    return since && record.writer() == firmware.panicCpu();
  }

  /** The first line printed since the panic began. */
  private Optional<String> firstLine() {
    return SaidWords.lines(firmware.saidSince()).stream().findFirst();
  }
}
