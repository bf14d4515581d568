package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lastwords.cli.console.Output;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Everything that documents name exists: files, scenarios, headings, classes, verbs, options. */
final class DocumentedNamesTest {
  private static final Pattern SPAN = Pattern.compile("`([^`\n]+)`");
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])(--[a-z][\\w-]*)");
  private static final Pattern LINK = Pattern.compile("\\]\\(([\\w./-]*)#([\\w-]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");
  private static final Pattern DECLARED = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

  /** Names from other programs, and former ones in the changelog. */
  private static final Set<String> OTHERS =
      Set.of(
          "Allow",
          "EventSource",
          "Kill",
          "PoisonPill",
          "Process",
          "Representative",
          "Shutdown",
          "--impatient",
          "--option",
          "--rm",
          "recording",
          "src/main/kernel/v5.2/panic.c");

  private static Stream<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files
          .filter(it -> Files.isRegularFile(it) && it.toString().endsWith(ending))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> documents() {
    return Stream.concat(files("src/docs", ".md"), Stream.of(Path.of("README.md")));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult it) -> it.group(1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Document and name, for matching names that do not exist. */
  private static List<String> missing(Pattern name, Predicate<String> exists) {
    return documents()
        .flatMap(
            document ->
                found(SPAN, text(document))
                    .flatMap(span -> found(name, span))
                    .filter(it -> !OTHERS.contains(it) && !exists.test(it))
                    .map(it -> document + ": " + it))
        .distinct()
        .toList();
  }

  @Test
  void filesExist() {
    Pattern file = Pattern.compile("^((?:src|config|deploy)/[\\w./-]+)(?![\\w./{*<…-])");
    Predicate<String> isPattern = Pattern.compile("[A-Z]{3,}").asPredicate(); // NAME.patch
    assertThat(missing(file, it -> Files.exists(Path.of(it)) || isPattern.test(it))).isEmpty();
  }

  @Test
  void scenariosExist() {
    Pattern scenario =
        Pattern.compile(
            "^((?:claims|hardware|kdump|kexec|notifiers|oracle|releases|reports)/[\\w.-]+)"
                + "(?::[\\w.-]+)?$");
    Path folder = Path.of("config/scenarios");
    assertThat(missing(scenario, it -> exists(folder, it))).isEmpty();
  }

  private static boolean exists(Path folder, String name) {
    return Files.exists(folder.resolve(name + ".conf")) || Files.exists(folder.resolve(name));
  }

  @Test
  void headingsThatLinksNameExist() {
    List<String> missing = new ArrayList<>();
    documents()
        .forEach(
            document -> {
              Matcher link = LINK.matcher(text(document));
              while (link.find()) {
                Path target =
                    link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
                if (found(HEADING, text(target))
                    .noneMatch(it -> anchor(it).equals(link.group(2)))) {
                  missing.add(document + ": " + link.group());
                }
              }
            });
    assertThat(missing).isEmpty();
  }

  /** The anchor that GitHub makes from a heading. */
  private static String anchor(String heading) {
    String plain = heading.replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1");
    return plain.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }

  @Test
  void classesExist() {
    Set<String> classes =
        files("src", ".java").flatMap(it -> found(DECLARED, text(it))).collect(Collectors.toSet());
    Pattern name = Pattern.compile("^([A-Z][a-z]\\w*)(?:[.#]\\w+(?:\\(\\))?)?$");
    assertThat(missing(name, classes::contains)).isEmpty();
  }

  @Test
  void packagesAndTheirFilesExist() {
    String roots = "(?:cli|cluster|engine|kernelc|machine|outcome|scenario|trace|web)";
    Path folder = Path.of("src/main/java/lastwords");
    Pattern file = Pattern.compile("^(" + roots + "(?:/[a-z]\\w*)*/[A-Z]\\w*\\.java)$");
    assertThat(missing(file, it -> Files.exists(folder.resolve(it)))).isEmpty();
    Pattern name = Pattern.compile("^(" + roots + "(?:\\.[a-z]\\w*)+)(?:\\.[A-Z].*)?$");
    assertThat(missing(name, it -> Files.exists(folder.resolve(it.replace('.', '/'))))).isEmpty();
  }

  @Test
  void optionsExist() {
    Set<String> options = new TreeSet<>();
    add(Lastwords.create(Output.ofProcess()), options);
    files("deploy", "").forEach(it -> found(OPTION, text(it)).forEach(options::add));
    assertThat(missing(OPTION, options::contains)).isEmpty();
  }

  @Test
  void verbsExist() {
    Pattern verb = Pattern.compile("^(?:deploy/)?lastwords ([a-z][a-z-]*)");
    assertThat(missing(verb, Verbs.names()::contains)).isEmpty();
  }

  private static void add(CommandLine command, Set<String> options) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      for (String name : option.names()) {
        options.add(name);
        options.add(option.negatable() ? name.replace("--", "--no-") : name);
      }
    }
    command.getSubcommands().values().forEach(it -> add(it, options));
  }
}
