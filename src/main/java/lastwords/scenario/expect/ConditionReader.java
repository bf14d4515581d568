package lastwords.scenario.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import lastwords.machine.layout.DumpWord;
import lastwords.outcome.OutcomeWord;
import lastwords.outcome.evidence.Dumps;
import lastwords.outcome.evidence.HypervisorTold;
import lastwords.outcome.evidence.NoRegisters;
import lastwords.outcome.evidence.Requirement;
import lastwords.outcome.evidence.Sink;
import lastwords.outcome.evidence.Within;
import lastwords.scenario.hocon.Section;

/** Reads an expectation's conditions on lines, dumps, registers and times. */
final class ConditionReader {
  private final Section section;
  private final int cpus;
  private final boolean explores;
  private final List<Requirement> conditions = new ArrayList<>();

  /**
   * @param explores whether the case is checked by every interleaving
   */
  ConditionReader(Section section, int cpus, boolean explores) {
    this.section = section;
    this.cpus = cpus;
    this.explores = explores;
  }

  /** The accepted words for a sink: its value, or the key {@code is} of its block. */
  <W extends OutcomeWord> List<W> words(Sink sink, List<W> values) {
    if (!section.isBlock(sink.word())) {
      return words(section, sink.word(), values);
    }
    Section block = section.section(sink.word()).orElseThrow();
    List<W> words = words(block, "is", values);
    conditions.addAll(new SinkReader(block, sink).read());
    block.end();
    return words;
  }

  static <W extends OutcomeWord> List<W> words(Section section, String key, List<W> values) {
    return section.words(key, OutcomeWord.words(values)).orElse(List.of()).stream()
        .map(word -> OutcomeWord.of(values, word))
        .toList();
  }

  /** All conditions, except those of sinks that were read before. */
  List<Requirement> all() {
    if (section.value("dumps").isPresent()) {
      conditions.add(new Dumps(section.wordLists("dumps", DumpWord.OCCASIONS)));
    }
    List<SortedSet<Integer>> unsaved = section.cpuSets("noRegisters", cpus);
    if (!unsaved.isEmpty()) {
      conditions.add(new NoRegisters(unsaved));
    }
    if (section.value("hypervisor").isPresent()) {
      conditions.add(new HypervisorTold(section.textLists("hypervisor")));
    }
    section.nanos("within").map(this::within).ifPresent(conditions::add);
    return conditions;
  }

  private Requirement within(long nanos) {
    if (explores) {
      section.problem("within", "within: explore has no clock; a time needs judge = simulate");
    }
    return new Within(nanos);
  }
}
