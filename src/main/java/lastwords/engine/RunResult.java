package lastwords.engine;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.machine.Machine;
import lastwords.verdict.Ending;
import lastwords.verdict.Explanation;
import lastwords.verdict.NotifierRun;
import lastwords.verdict.Outcome;
import lastwords.verdict.OutcomeReader;

/**
 * What came of a run.
 *
 * @param outcome how the machine ended
 * @param ending why the run was over
 * @param explanation why it ended so, in lines
 * @param consoles each console's lines, by name
 * @param pstoreRecords the records in persistent RAM
 * @param said what the panic CPU meant to say
 * @param notifiers the panic notifiers that ran, in order
 * @param steps how many steps were made
 * @param virtualNanos emulated time
 */
public record RunResult(
    Outcome outcome,
    Ending ending,
    List<String> explanation,
    SortedMap<String, List<String>> consoles,
    List<String> pstoreRecords,
    List<String> said,
    List<NotifierRun> notifiers,
    long steps,
    long virtualNanos) {
  /** Reads off what came of a machine that runs no more. */
  public static RunResult of(Machine machine, Ending ending, long steps) {
    Outcome outcome = OutcomeReader.of(machine, ending);
    SortedMap<String, List<String>> consoles = new TreeMap<>();
    for (int port = 0; port < machine.wiring().uarts(); port++) {
      consoles.put(machine.uart(port).name(), machine.uart(port).lines());
    }
    return new RunResult(
        outcome,
        ending,
        Explanation.of(machine, outcome, ending),
        consoles,
        machine.pram().records(),
        machine.firmware().said(),
        NotifierRun.of(machine, ending.nanos()),
        steps,
        ending.nanos());
  }
}
