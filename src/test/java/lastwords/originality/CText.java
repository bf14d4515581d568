package lastwords.originality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text that may hold kernel C: a source, a code block of a document, a text block of a test, what
 * a patch adds.
 *
 * @param text preceded by as many empty lines as there are lines before it in its file
 */
record CText(Path file, String text) {
  private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^```\\w*\n(.*?)^```$");
  private static final Pattern TEXT_BLOCK = Pattern.compile("(?s)\"\"\"\n(.*?)\"\"\"");
  private static final Pattern TAKEN_AWAY = Pattern.compile("(?m)^-.*$");
  private static final Pattern MARGIN = Pattern.compile("(?m)^[+ ]");
  private static final String NOT_TEXT = ".bin";

  /** All texts under a folder. */
  static List<CText> under(Path folder) throws IOException {
    List<CText> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (!file.toString().endsWith(NOT_TEXT)) {
          texts.addAll(of(file, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
        }
      }
    }
    return texts;
  }

  static List<CText> of(Path file, String text) {
    String name = file.toString();
    if (name.endsWith(".md")) {
      return blocks(file, text, CODE_BLOCK);
    }
    if (name.endsWith(".java")) {
      return blocks(file, text, TEXT_BLOCK);
    }
    return List.of(new CText(file, name.endsWith(".patch") ? patched(text) : text));
  }

  private static List<CText> blocks(Path file, String text, Pattern pattern) {
    List<CText> blocks = new ArrayList<>();
    Matcher block = pattern.matcher(text);
    while (block.find()) {
      int lines = Token.newlines(text, 0, block.start(1));
      blocks.add(new CText(file, "\n".repeat(lines) + block.group(1)));
    }
    return blocks;
  }

  private static String patched(String patch) {
    return MARGIN.matcher(TAKEN_AWAY.matcher(patch).replaceAll("")).replaceAll("");
  }
}
