package lastwords.scenario.expect;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.machine.bus.MachineConfig;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.PstoreWord;
import lastwords.outcome.evidence.Sink;
import lastwords.scenario.hocon.Section;

/** Reads the lines of {@code expect}. */
public final class ExpectationReader {
  /** A run that was interrupted is not judged. */
  private static final List<End> ENDS =
      Arrays.stream(End.values()).filter(it -> it != End.INTERRUPTED).toList();

  private static final List<String> OBSERVE =
      Arrays.stream(Observe.values()).map(Observe::word).toList();

  /** A CPU and what it waits for. */
  private static final Pattern AT = Pattern.compile("cpu(\\d+):\\S+");

  private ExpectationReader() {}

  /**
   * @param machine the scenario's machine; empty if it is not known
   */
  public static List<Expectation> read(Section scenario, Optional<MachineConfig> machine) {
    int cpus = machine.map(MachineConfig::cpus).orElse(64);
    boolean explores = scenario.text("judge").filter("explore"::equals).isPresent();
    return scenario.sections("expect", "an expectation").stream()
        .map(it -> checked(it, one(it, cpus, explores), machine))
        .toList();
  }

  private static Expectation checked(
      Section section, Expectation line, Optional<MachineConfig> machine) {
    new Fulfilment(section, line).check(machine);
    return line;
  }

  private static Expectation one(Section section, int cpus, boolean explores) {
    ConditionReader conditions = new ConditionReader(section, cpus, explores);
    Expectation expectation =
        new Expectation(
            ConditionReader.words(section, "end", ENDS),
            places(section, cpus),
            section.texts("in").orElse(List.of()),
            conditions.words(Sink.CONSOLE, List.of(ConsoleWord.values())),
            conditions.words(Sink.PSTORE, List.of(PstoreWord.values())),
            conditions.words(Sink.KDUMP, List.of(KdumpWord.values())),
            section.cpuSets("notStopped", cpus),
            conditions.all(),
            observe(section),
            section.text("because").orElse("").replaceAll("\\s+", " "),
            section.at());
    section.end();
    return expectation;
  }

  private static List<String> places(Section section, int cpus) {
    List<String> places = section.texts("at").orElse(List.of());
    places.stream().filter(place -> !place.isEmpty()).forEach(it -> place(section, it, cpus));
    return places;
  }

  private static void place(Section section, String place, int cpus) {
    Matcher parts = AT.matcher(place);
    if (!parts.matches()) {
      section.problem("at", "at: expected cpuN:LOCK, found '" + place + "'");
    } else if (parts.group(1).length() > 3 || Integer.parseInt(parts.group(1)) >= cpus) {
      section.problem("at", "at: this machine has CPUs 0 to " + (cpus - 1) + ", no " + place);
    }
  }

  private static Observe observe(Section section) {
    Optional<String> word = section.word("observe", OBSERVE);
    if (word.isEmpty() && !section.has("observe")) {
      section.problem("observe", "an expectation needs observe = always, sometimes or never");
    }
    return word.map(it -> Observe.valueOf(it.toUpperCase(Locale.ROOT))).orElse(Observe.ALWAYS);
  }
}
