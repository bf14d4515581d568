package lastwords.trace.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lastwords.trace.story.Level;

/** A format that a trace can be written in. */
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

  /** How much is told unless somebody asks for another level. */
  public Level usual() {
    return usual;
  }

  /** The endings of its files, the usual one first. */
  public List<String> endings() {
    return endings;
  }

  /** The format of a file by its ending; empty when there is none for that. */
  public static Optional<ExportFormat> ofFile(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> format.endings.stream().anyMatch(it -> small.endsWith("." + it)))
        .findFirst();
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
