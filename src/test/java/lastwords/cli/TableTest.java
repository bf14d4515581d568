package lastwords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

final class TableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = new Table("a", "long heading", "c");
    table.row("wide cell", "", "last");
    table.row("x", "y", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    table.print(new PrintStream(out, true));
    assertThat(out)
        .hasToString(
            """
            a          long heading  c
            ---------  ------------  ----
            wide cell                last
            x          y
            """);
  }
}
