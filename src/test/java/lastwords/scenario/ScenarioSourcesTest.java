package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reader can look up where a scenario comes from. */
final class ScenarioSourcesTest {
  private static final Pattern SOURCE = Pattern.compile("(?m)^\\s*source\\s*=\\s*(.*)$");

  @Test
  void whatAScenarioCitesIsPublished() throws IOException {
    Map<String, String> unpublished = new TreeMap<>();
    for (Map.Entry<String, String> source : sources().entrySet()) {
      if (source.getValue().matches(".*\\bfacts\\b.*")) {
        unpublished.put(source.getKey(), source.getValue());
      }
    }
    assertThat(unpublished).isEmpty();
  }

  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(Path.of("config/scenarios"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".conf")).toList()) {
        Matcher source = SOURCE.matcher(Files.readString(file));
        while (source.find()) {
          sources.put(file + ": " + source.start(), source.group(1));
        }
      }
    }
    assertThat(sources).isNotEmpty();
    return sources;
  }
}
