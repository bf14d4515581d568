package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Output;
import lastwords.cli.console.Terminal;
import lastwords.cluster.local.LocalCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * README and documents tell the truth: every command in a {@code console} block runs here and
 * prints what is below it on a terminal of 100 columns. A line {@code ...} matches any lines,
 * {@code /tmp} is a folder of the test, and timestamps and line numbers may differ. A block that
 * begins with a file's name is that file; links have targets. {@code mvn test
 * -Dtest=DocumentationTest -Ddocs.rewrite=true} writes the current output into the documents,
 * except where they have {@code ...}.
 */
final class DocumentationTest {
  private static final int COLUMNS = 100;
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\\n((?:(?!\\$ ).*\\n)*)");
  private static final Pattern PROGRAM = Pattern.compile("(deploy/)?lastwords .*");

  /** A line of kernel C, a timestamp: these change with edits elsewhere. */
  private static final Pattern MAY_DIFFER =
      Pattern.compile(
          "(?m)(?<=\\.[ch]:)\\d+|(?<=\\[) *\\d+\\.\\d{6}(?=\\])|^ *\\d+\\.\\d{3}(?= {2})");

  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
  private static final Pattern FILE = Pattern.compile("(?:#|//|/\\*) (src/docs/\\S+)(?: \\*/)?\\n");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)(?:#[^)]*)?\\)");

  @TempDir private static Path folder;

  private static List<Path> documents() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/docs"))) {
      List<Path> documents = new ArrayList<>(List.of(Path.of("README.md")));
      all.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
      return documents;
    }
  }

  @TestFactory
  List<DynamicTest> commandsPrintWhatStandsBelowThem() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      Matcher block = BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        if (block.group(1).equals("console")) {
          commands(document, block.group(2), tests);
        }
      }
    }
    return tests;
  }

  private static void commands(Path document, String block, List<DynamicTest> tests) {
    Matcher command = COMMAND.matcher(block);
    while (command.find()) {
      String line = command.group(1);
      String expected = command.group(2);
      if (PROGRAM.matcher(line).matches()) {
        tests.add(dynamicTest(document + ": " + line, () -> check(line, expected)));
      }
    }
  }

  private static String printed(Cli done) {
    String complaints = done.code() == ExitCode.USAGE ? done.err() : "";
    return (done.out() + complaints).replace(folder.toString(), "/tmp");
  }

  /** As on a terminal of this width, under the program's name in the document. */
  private static Cli run(String line) {
    Terminal terminal = Terminal.NONE.withColumns(COLUMNS).withProgram(line.split(" ")[0]);
    return Cli.run(terminal, words(line).toArray(String[]::new));
  }

  private static void check(String line, String expected) {
    Cli done = run(line);
    String printed = printed(done);
    assertThat(printed).matches(pattern(expected));
    boolean refused = done.code() == ExitCode.USAGE || done.code() == ExitCode.BUG;
    assertThat(refused).as(done.err()).isEqualTo(expected.startsWith("lastwords: "));
  }

  /** A command that is shown but not run still has to be valid. */
  @TestFactory
  List<DynamicTest> commandsThatAreOnlyShownExist() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      Matcher block = BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        Matcher command = COMMAND.matcher(block.group(1).equals("sh") ? block.group(2) : "");
        while (command.find()) {
          String line = command.group(1);
          tests.add(dynamicTest(document + ": " + line, () -> parse(words(line))));
        }
      }
    }
    return tests;
  }

  private static void parse(List<String> words) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Lastwords.create(new Output(sink, sink, Terminal.NONE)).parseArgs(words.toArray(String[]::new));
  }

  /** Local clusters have their folder here, and their nodes end with this process. */
  @BeforeAll
  static void keepClustersHere() {
    System.setProperty("lastwords.state", folder.resolve("cluster").toString());
    System.setProperty("lastwords.tied", "true");
  }

  @AfterAll
  static void leaveNoClusterBehind() throws IOException {
    Optional<LocalCluster> left = LocalCluster.find(folder.resolve("cluster"));
    if (left.isPresent()) {
      left.get().kill();
    }
    System.clearProperty("lastwords.state");
    System.clearProperty("lastwords.tied");
  }

  @BeforeAll
  static void rewrite() throws IOException {
    if (Boolean.getBoolean("docs.rewrite")) {
      for (Path document : documents()) {
        String text = Files.readString(document);
        Files.writeString(document, BLOCK.matcher(text).replaceAll(DocumentationTest::rewritten));
      }
    }
  }

  private static String rewritten(MatchResult block) {
    String text = block.group(2);
    if (block.group(1).equals("console")) {
      text = COMMAND.matcher(text).replaceAll(it -> Matcher.quoteReplacement(answered(it)));
    }
    return Matcher.quoteReplacement("```" + block.group(1) + "\n" + text + "```");
  }

  private static String answered(MatchResult command) {
    boolean kept = command.group(2).isEmpty() || command.group(2).contains("...\n");
    if (kept || !PROGRAM.matcher(command.group(1)).matches()) {
      return command.group();
    }
    String printed = printed(run(command.group(1))).replaceAll("(?m) +$", "");
    // A command that needs a cluster or an earlier command cannot be refreshed on its own.
    boolean refused = printed.startsWith("lastwords: ");
    boolean other = refused && !command.group(2).startsWith("lastwords: ");
    return other ? command.group() : "$ " + command.group(1) + "\n" + printed;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      String text = word.group(1) == null ? word.group(2) : word.group(1);
      words.add(text.replaceFirst("^/tmp", Matcher.quoteReplacement(folder.toString())));
    }
    return words.subList(1, words.size());
  }

  private static Pattern pattern(String expected) {
    StringBuilder pattern = new StringBuilder();
    expected.lines().forEach(line -> pattern.append(pattern(line.strip().equals("..."), line)));
    return Pattern.compile(expected.isEmpty() ? "(?s).*" : pattern.toString());
  }

  private static String pattern(boolean anyLines, String line) {
    if (anyLines) {
      return "(?:.*\\n)*?";
    }
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    Matcher number = MAY_DIFFER.matcher(line);
    while (number.find()) {
      pattern.append(Pattern.quote(line.substring(at, number.start()))).append("[ \\d.]+");
      at = number.end();
    }
    return pattern.append(Pattern.quote(line.substring(at))).append(" *\\n").toString();
  }

  @Test
  void blocksThatNameAFileAreThatFile() throws IOException {
    for (Path document : documents()) {
      Matcher block = BLOCK.matcher(Files.readString(document));
      while (block.find()) {
        Matcher file = FILE.matcher(block.group(2));
        if (file.lookingAt()) {
          assertThat(block.group(2)).isEqualTo(Files.readString(Path.of(file.group(1))));
        }
      }
    }
  }

  @Test
  void linksLeadSomewhere() throws IOException {
    for (Path document : documents()) {
      Path here = document.toAbsolutePath().getParent();
      Matcher link = LINK.matcher(Files.readString(document));
      while (link.find()) {
        assertThat(here.resolve(link.group(1))).as(document + " links to it").exists();
      }
    }
  }
}
