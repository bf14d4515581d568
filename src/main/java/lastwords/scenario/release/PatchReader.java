package lastwords.scenario.release;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.scenario.release.Hunk.Change;

/**
 * Reads a patch: lines {@code title = ...}, {@code source = ...}, {@code applies = 5.0..5.3},
 * {@code requires = other-patch} and any other text, then a unified diff as written by {@code diff
 * -u}, git or {@code lastwords kernel diff}.
 */
public final class PatchReader {
  private static final Pattern KEY =
      Pattern.compile("(title|source|applies|requires)\\s*=\\s*(.*?)\\s*");
  private static final Pattern HUNK =
      Pattern.compile("@@ -(\\d{1,9})(?:,(\\d{1,9}))? \\+(\\d{1,9})(?:,(\\d{1,9}))? @@.*");
  static final String NOTHING = "/dev/null";

  private final String file;
  private final List<String> lines;
  private final List<FilePatch> files = new ArrayList<>();
  private final Map<String, String> header = new LinkedHashMap<>();
  private int appliesAt;
  private int next; // index of the line to read

  private PatchReader(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /**
   * Reads a patch.
   *
   * @param file its name in messages
   */
  public static Patch read(String file, String text) {
    return new PatchReader(file, text).patch();
  }

  private Patch patch() {
    while (next < lines.size()) {
      if (beginsFile()) {
        files.add(filePatch());
      } else {
        other(lines.get(next));
        next++;
      }
    }
    if (files.isEmpty()) {
      throw wrong(lines.size(), "expected a unified diff: '--- a/FILE', '+++ b/FILE', '@@ ... @@'");
    }
    return new Patch(
        file,
        header.getOrDefault("title", file.substring(file.lastIndexOf('/') + 1)),
        header.getOrDefault("source", ""),
        applies(),
        appliesAt,
        requires(),
        files);
  }

  private boolean beginsFile() {
    return lines.get(next).startsWith("--- ")
        && next + 1 < lines.size()
        && lines.get(next + 1).startsWith("+++ ");
  }

  /** A line outside of hunks. */
  private void other(String line) {
    Matcher key = KEY.matcher(line);
    if (key.matches() && files.isEmpty()) {
      header.put(key.group(1), key.group(2));
      appliesAt = key.group(1).equals("applies") ? next + 1 : appliesAt;
    }
    if (line.startsWith("rename from ") || line.startsWith("GIT binary patch")) {
      throw wrong(next + 1, "expected a diff of text files that keep their names");
    }
  }

  private ReleaseRange applies() {
    String text = header.getOrDefault("applies", "");
    return text.isEmpty()
        ? ReleaseRange.ALL
        : ReleaseRange.of(text)
            .orElseThrow(
                () ->
                    wrong(appliesAt, "applies: expected releases such as 5.0..5.3, found " + text));
  }

  private List<String> requires() {
    String text = header.getOrDefault("requires", "");
    return text.isEmpty() ? List.of() : List.of(text.split("[\\s,]+"));
  }

  private FilePatch filePatch() {
    int at = next + 1;
    Optional<String> before = path(lines.get(next).substring("--- ".length()), "a/");
    Optional<String> after = path(lines.get(next + 1).substring("+++ ".length()), "b/");
    next += 2;
    List<Hunk> hunks = new ArrayList<>();
    while (next < lines.size() && lines.get(next).startsWith("@@")) {
      hunks.add(hunk(hunks.size() + 1));
    }
    if (hunks.isEmpty()) {
      throw wrong(next + 1, "expected a hunk: '@@ -1,5 +1,6 @@'");
    }
    return new FilePatch(before, after, hunks, at);
  }

  /** Without the folder that git and {@code diff -r} prepend, and without a date at the end. */
  private static Optional<String> path(String text, String prefix) {
    String path = text.replaceFirst("\t.*", "").strip();
    if (path.equals(NOTHING)) {
      return Optional.empty();
    }
    return Optional.of(path.startsWith(prefix) ? path.substring(prefix.length()) : path);
  }

  private Hunk hunk(int number) {
    int at = next + 1;
    Matcher head = HUNK.matcher(lines.get(next));
    if (!head.matches()) {
      throw wrong(at, "expected '@@ -LINE,COUNT +LINE,COUNT @@'");
    }
    next++;
    int old = count(head.group(2));
    int now = count(head.group(4));
    List<Change> changes = new ArrayList<>();
    while (old > 0 || now > 0) {
      Change change = change(at);
      old -= change.kind() == Hunk.COMES ? 0 : 1;
      now -= change.kind() == Hunk.GOES ? 0 : 1;
      if (old < 0 || now < 0) {
        throw wrong(next, "this hunk has more lines than its header states");
      }
      changes.add(change);
    }
    skipNoNewline();
    return new Hunk(number, at, Integer.parseInt(head.group(1)), changes);
  }

  private static int count(String text) {
    return text == null ? 1 : Integer.parseInt(text);
  }

  private Change change(int hunkAt) {
    skipNoNewline();
    if (next >= lines.size()) {
      throw wrong(hunkAt, "the patch ends in the middle of this hunk");
    }
    String line = lines.get(next);
    char kind = line.isEmpty() ? Hunk.STAYS : line.charAt(0);
    if ("+- ".indexOf(kind) < 0) {
      throw wrong(next + 1, "expected a line that begins with ' ', '+' or '-'");
    }
    next++;
    String text = line.isEmpty() ? "" : line.substring(1);
    return new Change(kind, new TreeLine(text, file, next));
  }

  /** {@code \ No newline at end of file}. */
  private void skipNoNewline() {
    if (next < lines.size() && lines.get(next).startsWith("\\")) {
      next++;
    }
  }

  private TreeException wrong(int line, String what) {
    return new TreeException(List.of(file + ":" + line + ": " + what));
  }
}
