package lastwords.kernelc;

import java.util.Random;

/** Corrupts a source as careless typing and bad merges do. */
final class Mutation {
  private static final String[] WORDS = {
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    ";",
    ",",
    "*",
    "&",
    "->",
    ".",
    "=",
    "==",
    "+",
    "-",
    "!",
    "~",
    "<<",
    "?",
    ":",
    "if",
    "else",
    "while",
    "for",
    "do",
    "switch",
    "case",
    "default",
    "goto",
    "break",
    "continue",
    "return",
    "struct",
    "enum",
    "int",
    "char",
    "long",
    "unsigned",
    "void",
    "static",
    "const",
    "typedef",
    "extern",
    "sizeof",
    "0",
    "1",
    "-1",
    "0x7fffffff",
    "99999999999999999999",
    "'a'",
    "\"%s\"",
    "\"",
    "'",
    "#",
    "##",
    "\n#define X",
    "\n#if\n",
    "\n#endif\n",
    "\n#else\n",
    "...",
    "__VA_ARGS__",
    "typeof",
    "per_cpu",
    "this_cpu_read",
    "READ_ONCE",
    "raw_spinlock_t",
    "va_list",
    "bool",
    "container_of",
    "offsetof",
    "({",
    "})",
    "/*",
    "*/",
    "//",
    "\\\n",
    "union",
    "float",
    "x",
    "inline",
    "++",
    "--",
    "&&",
    "||",
    "+=",
    "u8",
    "1.5",
    "@",
    "$",
    "DEFINE_PER_CPU",
    "__interrupt(2)",
    "IS_ENABLED",
    "\u00e9",
    "\0"
  };
  private static final int MOST = 4;

  private final Random random;
  private final StringBuilder text;

  private Mutation(String text, long seed) {
    this.random = new Random(seed * 0x9e3779b97f4a7c15L);
    this.text = new StringBuilder(text);
  }

  static String of(String text, long seed) {
    Mutation mutation = new Mutation(text, seed);
    int count = 1 + mutation.random.nextInt(MOST);
    for (int i = 0; i < count && mutation.text.length() > 1; i++) {
      mutation.spoil();
    }
    return mutation.text.toString();
  }

  private int place() {
    return random.nextInt(text.length());
  }

  private String word() {
    return WORDS[random.nextInt(WORDS.length)];
  }

  private void spoil() {
    int at = place();
    switch (random.nextInt(7)) {
      case 0 -> text.deleteCharAt(at);
      case 1 -> text.insert(at, " " + word() + " ");
      case 2 -> text.delete(at, end(at, 30));
      case 3 -> text.insert(place(), text.substring(at, end(at, 60)));
      case 4 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
      case 5 -> replaceName(at, word());
      default -> replaceName(at, nameAt(place()));
    }
  }

  private int end(int at, int most) {
    return Math.min(text.length(), at + 1 + random.nextInt(most));
  }

  private int start(int at) {
    int start = at;
    while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private int stop(int at) {
    int stop = at;
    while (stop < text.length() && Character.isJavaIdentifierPart(text.charAt(stop))) {
      stop++;
    }
    return stop;
  }

  private String nameAt(int at) {
    return text.substring(start(at), stop(at));
  }

  private void replaceName(int at, String other) {
    text.replace(start(at), stop(at), other);
  }
}
