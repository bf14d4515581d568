package lastwords.originality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The text of the emulated kernel: a routine shared by several releases exists once. */
final class KernelTextTest {
  private static final Path KERNEL = Path.of("src/main/kernel");
  private static final int RUN = 8; // lines of code
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\\w");

  private record Line(Path file, int number, String text) {}

  @Test
  void noRunOfEightLinesOfCodeStandsInTwoPlaces() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(KERNEL)) {
      files = all.filter(KernelTextTest::isC).sorted().toList();
    }
    List<List<Line>> texts = new ArrayList<>();
    for (Path file : files) {
      texts.add(code(file, Files.readString(file)));
    }
    assertThat(repeated(texts)).isEmpty();
  }

  @Test
  void repeatedLinesAreFoundWhateverStandsBetweenThem() {
    String lines = "a = 1;\n".repeat(3) + "b();\n".repeat(5);
    List<Line> first = code(Path.of("first.c"), "int x;\n" + lines);
    List<Line> second =
        code(Path.of("second.c"), lines.replace("b();", "/* why\nnow */\n\n{\n  b();\n}"));
    assertThat(repeated(List.of(first, second))).containsExactly("first.c:2 is also second.c:1");
    assertThat(repeated(List.of(first.subList(0, 8), second))).isEmpty();
  }

  private static boolean isC(Path file) {
    return file.toString().endsWith(".c") || file.toString().endsWith(".h");
  }

  /** The lines with content: no comments and braces, with white space normalised. */
  private static List<Line> code(Path file, String source) {
    String bare = COMMENT.matcher(source).replaceAll(KernelTextTest::emptyLines);
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String text : bare.split("\n")) {
      number++;
      if (WORD.matcher(text).find()) {
        lines.add(new Line(file, number, text.strip().replaceAll("\\s+", " ")));
      }
    }
    return lines;
  }

  private static String emptyLines(MatchResult comment) {
    return "\n".repeat((int) comment.group().chars().filter(c -> c == '\n').count());
  }

  private static List<String> repeated(List<List<Line>> texts) {
    Map<String, Line> seen = new LinkedHashMap<>();
    List<String> found = new ArrayList<>();
    for (List<Line> lines : texts) {
      for (int i = 0; i + RUN <= lines.size(); i++) {
        String run = String.join("\n", lines.subList(i, i + RUN).stream().map(Line::text).toList());
        Line before = seen.putIfAbsent(run, lines.get(i));
        if (before != null) {
          found.add(place(before) + " is also " + place(lines.get(i)));
        }
      }
    }
    return found;
  }

  private static String place(Line line) {
    return line.file() + ":" + line.number();
  }
}
