package lastwords.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.SourceFile;
import lastwords.machine.layout.EntryFunction;

/**
 * What a CPU does: a kernel C expression.
 *
 * @param cpu the CPU
 * @param expression a call, or the name of a function without parameters
 * @param file its name in messages
 * @param line at least 1
 * @param where file and line, or what was typed on the command line
 */
record Run(int cpu, String expression, String file, int line, String where) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
  private static final Pattern PLACE = Pattern.compile("(.*):(\\d+)");

  static Run of(int cpu, String expression, String where) {
    Matcher place = PLACE.matcher(where);
    boolean lined = place.matches();
    String oneLine = expression.strip().replaceAll("\\s*\\R\\s*", " ");
    String file = lined ? place.group(1) : where;
    return new Run(cpu, oneLine, file, lined ? Integer.parseInt(place.group(2)) : 1, where);
  }

  /** Name of the function that it is compiled as. */
  String function() {
    return EntryFunction.name(cpu);
  }

  /** The source, on the same line as in the scenario, so that traces and messages point there. */
  SourceFile source(int layer) {
    String call = NAME.matcher(expression).matches() ? expression + "()" : expression;
    String text = "\n".repeat(line - 1) + "void " + function() + "(void) { " + call + "; }\n";
    return new SourceFile(file, text, layer);
  }
}
