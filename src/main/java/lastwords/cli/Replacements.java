package lastwords.cli;

import lastwords.kernelc.Compilation.Replacement;

/** What a patch takes the place of, in a line. */
final class Replacements {
  private Replacements() {}

  static String text(Replacement it) {
    return "replaces " + it.kind() + " " + it.name() + ": " + it.before() + " -> " + it.after();
  }
}
