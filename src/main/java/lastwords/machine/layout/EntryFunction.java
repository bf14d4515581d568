package lastwords.machine.layout;

import java.util.regex.Pattern;

/** The function that a CPU starts with: what a scenario has it do is compiled as that function. */
public final class EntryFunction {
  private static final Pattern NAME = Pattern.compile("__cpu\\d+_run");

  private EntryFunction() {}

  public static String name(int cpu) {
    return "__cpu" + cpu + "_run";
  }

  static boolean is(String function) {
    return NAME.matcher(function).matches();
  }
}
