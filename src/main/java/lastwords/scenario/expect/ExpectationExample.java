package lastwords.scenario.expect;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.layout.DumpWord;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.OutcomeWord;
import lastwords.outcome.PstoreWord;

/**
 * A key of an expectation, as it is written in a scenario.
 *
 * @param key an example
 * @param title what it means, or the words that it takes
 */
public record ExpectationExample(String key, String title) {
  /** All keys. */
  public static final List<ExpectationExample> ALL = all();

  private static List<ExpectationExample> all() {
    List<ExpectationExample> all = new ArrayList<>();
    all.add(words("end = loop", List.of(End.values())));
    all.add(of("at = \"cpu0:logbuf_lock\"", "who waits for what, in a hang"));
    all.add(of("in = kmsg_dump", "the function in which it waits"));
    all.add(words("console = all", List.of(ConsoleWord.values())));
    all.add(words("pstore = written", List.of(PstoreWord.values())));
    all.add(words("kdump = ok", List.of(KdumpWord.values())));
    all.add(of("console.has = \"Kernel panic\"", "a line contains it; console or pstore"));
    all.add(of("console.lacks = \"Call Trace\"", "no line contains it"));
    all.add(
        of("console.in-order = [ \"SMP: stopping\", \"Kernel Offset\" ]", "lines, in that order"));
    all.add(of("console { is = all, has = [ \"a\", \"b\" ] }", "word and lines"));
    all.add(of("notStopped = [1, 4-7]", "exactly those CPUs; [[1], [1, 2]] for either"));
    all.add(of("dumps = [panic, emergency]", String.join(", ", DumpWord.OCCASIONS)));
    all.add(of("noRegisters = [2]", "exactly the CPUs that the crash dump lacks"));
    all.add(of("hypervisor = [panicked]", "what it was told, in order"));
    all.add(of("within = 5s", "emulated time, from the start of the machine"));
    all.add(of("observe = always", "always, sometimes or never"));
    all.add(of("because = \"...\"", "the reason, for readers"));
    return List.copyOf(all);
  }

  private static ExpectationExample words(String key, List<? extends OutcomeWord> words) {
    return of(key, String.join(", ", OutcomeWord.words(words)));
  }

  private static ExpectationExample of(String key, String title) {
    return new ExpectationExample(key, title);
  }
}
