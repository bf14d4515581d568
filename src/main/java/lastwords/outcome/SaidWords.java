package lastwords.outcome;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.Machine;

/** Compares what the panic CPU meant to print with what a console shows. */
final class SaidWords {
  private SaidWords() {}

  /** The lines of what was printed, without level prefixes. */
  static List<String> lines(List<String> said) {
    List<String> lines = new ArrayList<>();
    for (String message : said) {
      for (String line : plain(message).split("\n", -1)) {
        if (!line.isBlank()) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private static String plain(String message) {
    String text = message;
    while (text.length() >= 2 && text.charAt(0) == 1) {
      text = text.substring(2);
    }
    return text;
  }

  /** all, partial, lost-tail, garbled or none: the best that any console shows. */
  static ConsoleWord reach(Machine machine, boolean ended) {
    List<String> said = lines(machine.firmware().visible());
    ConsoleWord best = ConsoleWord.NONE;
    for (int port = 0; port < machine.wiring().uarts(); port++) {
      best =
          best.best(reach(said, machine.uart(port).lines(), machine.uart(port).garbled(), ended));
    }
    return best;
  }

  private static ConsoleWord reach(
      List<String> said, List<String> shown, boolean garbled, boolean ended) {
    boolean[] present = present(said, shown);
    int count = 0;
    int last = -1;
    for (int i = 0; i < present.length; i++) {
      count += present[i] ? 1 : 0;
      last = present[i] ? i : last;
    }
    if (count == said.size()) {
      return said.isEmpty() ? ConsoleWord.NONE : ConsoleWord.ALL;
    }
    if (garbled) {
      return ConsoleWord.GARBLED;
    }
    boolean tail = ended && count == last + 1;
    return count == 0 ? ConsoleWord.NONE : tail ? ConsoleWord.LOST_TAIL : ConsoleWord.PARTIAL;
  }

  private static boolean[] present(List<String> said, List<String> shown) {
    boolean[] present = new boolean[said.size()];
    boolean[] used = new boolean[shown.size()];
    for (int i = 0; i < present.length; i++) {
      for (int j = 0; j < used.length && !present[i]; j++) {
        if (!used[j] && shown.get(j).contains(said.get(i))) {
          used[j] = true;
          present[i] = true;
        }
      }
    }
    return present;
  }
}
