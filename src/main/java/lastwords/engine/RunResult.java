package lastwords.engine;

import java.util.List;
import java.util.SortedMap;
import lastwords.verdict.Ending;
import lastwords.verdict.Outcome;

/**
 * What came of a run.
 *
 * @param outcome how the machine ended
 * @param ending why the run was over
 * @param explanation why it ended so, in lines
 * @param consoles each console's lines, by name
 * @param pstoreRecords the records in persistent RAM
 * @param said what the panic CPU meant to say
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
    long steps,
    long virtualNanos) {}
