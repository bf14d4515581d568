package lastwords.outcome.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * What a machine shows after its run.
 *
 * @param pages the lines of each sink, by console or record
 * @param dumps why the panicking CPU called dumpers of the log, in order: panic, emergency, ...
 * @param noRegisters CPUs whose registers are not in the crash dump; empty if there is none
 * @param told the events reported to the hypervisor, in order
 * @param nanos emulated time at the end of the run, in ns; 0 in explore, which has no clock
 */
public record Evidence(
    Map<Sink, List<List<String>>> pages,
    List<String> dumps,
    Optional<SortedSet<Integer>> noRegisters,
    List<String> told,
    long nanos) {
  public Evidence {
    pages = Collections.unmodifiableMap(new EnumMap<>(pages));
    dumps = List.copyOf(dumps);
    told = List.copyOf(told);
  }

  /**
   * The pages of all sinks.
   *
   * @param consoles the lines of each
   * @param records the text of each
   * @param dmesg the log as saved in the dump; empty without a dump
   */
  public static Map<Sink, List<List<String>>> pages(
      Collection<List<String>> consoles, List<String> records, List<String> dmesg) {
    Map<Sink, List<List<String>>> pages = new EnumMap<>(Sink.class);
    pages.put(Sink.CONSOLE, List.copyOf(consoles));
    pages.put(Sink.PSTORE, records.stream().map(it -> List.of(it.split("\n"))).toList());
    pages.put(Sink.KDUMP, List.of(dmesg.stream().flatMap(String::lines).toList()));
    return pages;
  }

  /** All lines of a sink, page by page. */
  List<String> lines(Sink sink) {
    List<String> lines = new ArrayList<>();
    pages.getOrDefault(sink, List.of()).forEach(lines::addAll);
    return lines;
  }
}
