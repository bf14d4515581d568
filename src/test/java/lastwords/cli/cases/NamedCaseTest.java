package lastwords.cli.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamedCaseTest {
  @TempDir private Path folder;

  private static String name(String path) {
    return NamedCase.of(Catalog.standard(), path).get(0).name();
  }

  @Test
  void whatIsShippedHasItsName() {
    assertThat(name("typical")).isEqualTo("typical");
    assertThat(name("config/situations/typical.conf")).isEqualTo("typical");
    assertThat(name("logbuf-scenario-2")).isEqualTo("logbuf-scenario-2");
  }

  /** Even if it is named like a shipped one. */
  @Test
  void aFileOfTheUsersIsCalledByItsPath() throws IOException {
    String text = Files.readString(Path.of("config/situations/typical.conf"));
    Path file = Files.writeString(folder.resolve("typical.conf"), text);
    assertThat(name(file.toString())).isEqualTo(file.toString());
    assertThat(name(folder.toString())).isEqualTo(file.toString());
  }
}
