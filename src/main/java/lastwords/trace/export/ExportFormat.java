package lastwords.trace.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lastwords.trace.story.Level;

/** File formats for traces. */
public enum ExportFormat {
  COLUMNS(Level.ALL, "txt"),
  FTRACE(Level.ALL, "ftrace"),
  JSONL(Level.ALL, "jsonl", "json"),
  CSV(Level.ALL, "csv"),
  DAT(Level.ALL, "dat"),
  PERFETTO(Level.LOCKS, "perfetto-trace", "pftrace", "perfetto"),
  SHIVIZ(Level.STORY, "shiviz", "log"),
  SVG(Level.STORY, "svg"),
  MERMAID(Level.STORY, "mmd", "mermaid");

  private final Level usual;
  private final List<String> endings;

  ExportFormat(Level usual, String... endings) {
    this.usual = usual;
    this.endings = List.of(endings);
  }

  /** The default level. */
  public Level usual() {
    return usual;
  }

  /** The extensions of its files, the usual one first. */
  public List<String> endings() {
    return endings;
  }

  /** The format of a file by its extension; empty if there is none. */
  public static Optional<ExportFormat> ofFile(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(it -> small.endsWith("." + it)))
        .findFirst();
  }

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
