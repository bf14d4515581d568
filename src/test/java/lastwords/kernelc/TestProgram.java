package lastwords.kernelc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kernel C program with its expected behaviour in comments:
 *
 * <ul>
 *   <li>{@code // expect: 3, 4} after a trace(): the values it writes, in order
 *   <li>{@code // error: text} on the line that is wrong, {@code // error above: text} below it
 *   <li>{@code // trap: 14} anywhere: running it ends in that trap
 *   <li>{@code // code of f: poll}, {@code // no code of f: cpu_relax}: what the disassembly
 *       contains
 *   <li>{@code // config: CONFIG_X = 1}
 *   <li>{@code // replaces: f (function) a.c:1 -> b.c:1}
 *   <li>{@code // file: b.c} or {@code // file: b.c layer 1}: what follows is another source; its
 *       lines count from there
 * </ul>
 *
 * What runs is {@code void test(void)}, after the initcalls.
 */
record TestProgram(
    String name,
    List<SourceFile> files,
    Map<String, Long> config,
    Map<String, List<Long>> expected,
    List<String> errors,
    List<String> replaced,
    List<String> code,
    List<String> noCode,
    int trap) {
  private static final Pattern MARK =
      Pattern.compile(
          "//\\s*(expect|error|error above|trap|code of \\w+|no code of \\w+|config|replaces|file)"
              + ":\\s*(.*?)\\s*$");
  private static final int NO_TRAP = -1;

  /** Where a line is: {@code a.c:12}. */
  static String place(String file, int line) {
    return file + ":" + line;
  }

  boolean traps() {
    return trap != NO_TRAP;
  }

  static TestProgram read(Path path) {
    try {
      return new Reader(path.getFileName().toString()).read(Files.readAllLines(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  /** Collects a program's files and marks. */
  private static final class Reader {
    private final List<SourceFile> files = new ArrayList<>();
    private final Map<String, Long> config = new TreeMap<>();
    private final Map<String, List<Long>> expected = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> replaced = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private final List<String> noCode = new ArrayList<>();
    private final String name;
    private String file;
    private int layer;
    private int line;
    private int trap = NO_TRAP;
    private StringBuilder text = new StringBuilder();

    Reader(String name) {
      this.name = name;
      this.file = name;
    }

    TestProgram read(List<String> lines) {
      for (String source : lines) {
        line++;
        text.append(source).append('\n');
        Matcher mark = MARK.matcher(source);
        if (mark.find()) {
          note(mark.group(1), mark.group(2));
        }
      }
      endFile();
      return new TestProgram(name, files, config, expected, errors, replaced, code, noCode, trap);
    }

    private void endFile() {
      if (!text.toString().isBlank()) {
        files.add(new SourceFile(file, text.toString(), layer));
      }
      text = new StringBuilder();
      line = 0;
    }

    private void note(String mark, String value) {
      switch (mark) {
        case "expect" -> expected.put(place(file, line), numbers(value));
        case "error" -> errors.add(place(file, line) + ": " + value);
        case "error above" -> errors.add(place(file, line - 1) + ": " + value);
        case "trap" -> trap = Integer.parseInt(value);
        case "replaces" -> replaced.add(value);
        case "config" ->
            config.put(value.split("=")[0].trim(), Long.decode(value.split("=")[1].trim()));
        case "file" -> begin(value);
        default -> noteCode(mark, value);
      }
    }

    private void noteCode(String mark, String value) {
      boolean no = mark.startsWith("no ");
      (no ? noCode : code).add(mark.substring(mark.lastIndexOf(' ') + 1) + ": " + value);
    }

    private void begin(String value) {
      text.setLength(text.length() - 1);
      text.delete(text.lastIndexOf("\n") + 1, text.length());
      endFile();
      String[] words = value.split(" +");
      file = words[0];
      layer = words.length > 2 ? Integer.parseInt(words[2]) : 0;
    }

    private static List<Long> numbers(String value) {
      return Arrays.stream(value.split(",\\s*"))
          .map(String::trim)
          .map(TestProgram::number)
          .toList();
    }
  }

  private static Long number(String text) {
    return text.startsWith("0x")
        ? Long.parseUnsignedLong(text.substring(2), 16)
        : Long.valueOf(text);
  }
}
