package lastwords.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lastwords.engine.RunResult;

/**
 * What a sink has of the dying kernel's words.
 *
 * @param sink a console's name, {@code pstore}, or {@code vmcore} if a crash kernel was entered
 * @param there how many of the panic CPU's messages are in it; a line counts for one message only
 * @param meant how many messages the panic CPU meant to print
 * @param last the last line in it, empty if there is none
 * @param state its word in the outcome: {@code written}, {@code unreached}, {@code none}
 */
record FinalWords(String sink, int there, int meant, String last, String state) {
  /** For each console and for pstore. */
  static List<FinalWords> of(RunResult result) {
    List<String> messages =
        result.said().stream().map(FinalWords::firstLine).filter(it -> !it.isEmpty()).toList();
    List<FinalWords> sinks = new ArrayList<>();
    String shown = result.outcome().console().word();
    result.consoles().forEach((name, lines) -> sinks.add(of(name, lines, messages, shown)));
    List<String> newestFirst = result.pstoreRecords();
    List<String> newest = newestFirst.isEmpty() ? List.of() : newestFirst.get(0).lines().toList();
    List<String> all = newestFirst.stream().flatMap(String::lines).toList();
    String kept = result.outcome().pstore().word();
    FinalWords pstore = of("pstore", all, messages, kept);
    sinks.add(new FinalWords("pstore", pstore.there, pstore.meant, lastLine(newest), kept));
    if (result.outcome().kdump().entered()) {
      List<String> log = result.vmcoreDmesg().stream().flatMap(String::lines).toList();
      sinks.add(of("vmcore", log, messages, result.outcome().kdump().word()));
    }
    return sinks;
  }

  private static FinalWords of(
      String sink, List<String> lines, List<String> messages, String state) {
    List<String> left = new ArrayList<>(lines);
    int there = 0;
    for (String message : messages) {
      Optional<String> shown = left.stream().filter(line -> line.contains(message)).findFirst();
      shown.ifPresent(left::remove);
      there += shown.isPresent() ? 1 : 0;
    }
    return new FinalWords(sink, there, messages.size(), lastLine(lines), state);
  }

  /** Without the level prefix that a message may have. */
  private static String firstLine(String message) {
    String text = message.replaceFirst("^(\u0001.)+", "").strip();
    return text.lines().findFirst().orElse("");
  }

  private static String lastLine(List<String> lines) {
    List<String> words = lines.stream().filter(line -> !line.isBlank()).toList();
    return words.isEmpty() ? "" : words.get(words.size() - 1);
  }

  /** One readable line. */
  String text() {
    String share = meant == 0 ? "" : ", " + there + " of " + meant + " messages of the panic CPU";
    String words = last.isEmpty() ? "nothing (" + state + ")" : state + share + ", last: " + last;
    return String.format(Locale.ROOT, "%-8s %s", sink, words);
  }
}
