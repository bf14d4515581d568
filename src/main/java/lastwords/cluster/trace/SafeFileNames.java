package lastwords.cluster.trace;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Safe file names for names chosen by users. */
final class SafeFileNames {
  private SafeFileNames() {}

  /** A file name for a list of names, different for each list. */
  static String of(String... names) {
    StringBuilder out = new StringBuilder();
    for (String name : names) {
      out.append(out.length() == 0 ? "" : "@");
      for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
        append(out, b & 0xff);
      }
    }
    return out.toString();
  }

  private static void append(StringBuilder out, int b) {
    boolean plain = b == '-' || b == '_' || Character.isLetterOrDigit(b) && b < 0x80;
    if (plain) {
      out.append((char) b);
    } else {
      out.append(String.format(Locale.ROOT, "%%%02x", b));
    }
  }
}
