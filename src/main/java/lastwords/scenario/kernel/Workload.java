package lastwords.scenario.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.SourceFile;

/**
 * Something that a CPU can be made to do: {@code cpu.0.run = panic_in_task}.
 *
 * @param call its name, with its parameters if it has any
 * @param title the comment above it, empty if there is none
 * @param where its definition: {@code workloads/panicking.c:4}
 */
public record Workload(String call, String title, String where) {
  private static final Pattern DEFINITION =
      Pattern.compile(
          "(?m)(?:^/\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?^void (\\w+)\\(([^)]*)\\)\\n\\{");

  /** The workloads in sources, in order. A static function is only part of one. */
  static List<Workload> in(List<SourceFile> sources) {
    List<Workload> all = new ArrayList<>();
    for (SourceFile source : sources) {
      Matcher definition = DEFINITION.matcher(source.text());
      while (ofWorkloads(source.path()) && definition.find()) {
        int line = (int) source.text().substring(0, definition.start(2)).lines().count();
        all.add(of(definition, source.path() + ":" + line));
      }
    }
    return all;
  }

  /** The name of its function. */
  String name() {
    return call.replaceFirst("\\(.*", "");
  }

  private static boolean ofWorkloads(String path) {
    return path.startsWith("workloads/") || path.contains("/workloads/");
  }

  private static Workload of(Matcher definition, String where) {
    String parameters = definition.group(3);
    String comment = definition.group(1) == null ? "" : definition.group(1);
    String title = comment.replaceAll("\\s*\\n \\*\\s*|\\s+", " ").strip();
    return new Workload(
        definition.group(2) + (parameters.equals("void") ? "" : "(" + parameters + ")"),
        title,
        where);
  }
}
