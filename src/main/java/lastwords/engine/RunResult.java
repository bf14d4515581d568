package lastwords.engine;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.machine.Machine;
import lastwords.outcome.Ending;
import lastwords.outcome.Explanation;
import lastwords.outcome.NotifierRun;
import lastwords.outcome.Outcome;
import lastwords.outcome.OutcomeReader;
import lastwords.outcome.evidence.Evidence;
import lastwords.outcome.evidence.EvidenceReader;
import lastwords.scenario.Setup;

/**
 * The result of a run.
 *
 * @param outcome how the machine ended
 * @param ending why the run was over
 * @param explanation why it ended so, in lines
 * @param consoles each console's lines, by name
 * @param pstoreRecords the records in persistent RAM
 * @param vmcoreDmesg the log as saved by the crash kernel, line by line
 * @param said what the panic CPU meant to print
 * @param notifiers the panic notifiers that ran, in order
 * @param dumps why the panic CPU called dumpers of the log, in order
 * @param told the events reported to the hypervisor, in order
 * @param noRegisters CPUs whose registers are missing from the crash dump
 * @param steps number of steps
 * @param virtualNanos emulated time
 */
public record RunResult(
    Outcome outcome,
    Ending ending,
    List<String> explanation,
    SortedMap<String, List<String>> consoles,
    List<String> pstoreRecords,
    List<String> vmcoreDmesg,
    List<String> said,
    List<NotifierRun> notifiers,
    List<String> dumps,
    List<String> told,
    SortedSet<Integer> noRegisters,
    long steps,
    long virtualNanos) {
  public RunResult {
    // missing from recordings of earlier versions
    vmcoreDmesg = vmcoreDmesg == null ? List.of() : List.copyOf(vmcoreDmesg);
    dumps = dumps == null ? List.of() : List.copyOf(dumps);
    told = told == null ? List.of() : List.copyOf(told);
    noRegisters = new TreeSet<>(noRegisters == null ? List.<Integer>of() : noRegisters);
  }

  /** What expectations can test beyond the outcome's words. */
  public Evidence evidence() {
    boolean dumped = outcome.kdump().saved();
    return new Evidence(
        Evidence.pages(consoles.values(), pstoreRecords, vmcoreDmesg),
        dumps,
        dumped ? Optional.of(noRegisters) : Optional.empty(),
        told,
        virtualNanos);
  }

  /** Reads the outcome off a machine that has stopped running. */
  public static RunResult of(Machine machine, Ending ending, long steps) {
    return of(machine, ending, steps, OutcomeReader.of(machine, ending));
  }

  /** As above, for a setup's machine. */
  public static RunResult of(Setup setup, Machine machine, Ending ending, long steps) {
    return of(machine, ending, steps, setup.outcome(machine, ending));
  }

  private static RunResult of(Machine machine, Ending ending, long steps, Outcome outcome) {
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
        machine.firmware().crash().dmesg(),
        machine.firmware().said(),
        NotifierRun.of(machine, ending.nanos()),
        EvidenceReader.dumps(machine),
        machine.firmware().told(),
        EvidenceReader.noRegisters(machine),
        steps,
        ending.nanos());
  }
}
