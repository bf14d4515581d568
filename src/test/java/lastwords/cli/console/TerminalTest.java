package lastwords.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {
  private static final Map<String, String> LAUNCHED =
      Map.of(
          "lastwords.terminal", "true", "lastwords.progress", "true", "lastwords.columns", "132");

  private static Terminal of(Map<String, String> environment, Map<String, String> launcher) {
    return Terminal.of(environment::get, launcher::get);
  }

  @Test
  void textIsAsWideAsTheTerminal() {
    assertThat(of(Map.of(), LAUNCHED).columns()).isEqualTo(132);
    assertThat(of(Map.of("COLUMNS", "72"), LAUNCHED).columns()).isEqualTo(72);
    assertThat(of(Map.of("COLUMNS", "wide"), LAUNCHED).columns()).isEqualTo(132);
  }

  @Test
  void aTerminalThatDoesNotKnowItsWidthHasEightyColumns() {
    Map<String, String> unknown = Map.of("lastwords.terminal", "true", "lastwords.columns", "0");
    assertThat(of(Map.of(), unknown).columns()).isEqualTo(80);
  }

  @Test
  void aFileTakesLinesOfAnyWidthUnlessColumnsSaysHowWide() {
    assertThat(of(Map.of(), Map.of()).columns()).isEqualTo(Terminal.UNLIMITED);
    assertThat(of(Map.of("COLUMNS", "100"), Map.of()).columns()).isEqualTo(100);
  }

  @Test
  void aDumbTerminalHasNoColoursAndNoLineThatIsWrittenOver() {
    Terminal dumb = of(Map.of("TERM", "dumb"), LAUNCHED);
    assertThat(dumb.colours()).isFalse();
    assertThat(dumb.overwrites()).isFalse();
    assertThat(of(Map.of("TERM", "screen"), LAUNCHED).colours()).isTrue();
    assertThat(of(Map.of("NO_COLOR", "1"), LAUNCHED).colours()).isFalse();
  }
}
