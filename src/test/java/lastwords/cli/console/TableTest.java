package lastwords.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

final class TableTest {
  private static String printed(Table table, int columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Terminal terminal = Terminal.NONE.withColumns(columns);
    Output output = new Output(out, OutputStream.nullOutputStream(), terminal);
    table.print(output);
    output.out().flush();
    return out.toString();
  }

  private static Table results() {
    Table table = new Table("scenario", "variant", "outcome", "verdict");
    String hang = "hang at cpu0:logbuf_lock in kmsg_dump, console none, pstore unreached";
    table.row("a-name-of-thirty-eight-characters-here", "default", hang, "ok");
    table.row("a-name-of-thirty-eight-characters-here", "patched", "loop", "FAILED");
    return table;
  }

  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Table table = new Table("a", "long heading", "c");
    table.row("wide cell", "", "last");
    table.row("x", "y", "");
    assertThat(printed(table, Terminal.UNLIMITED))
        .isEqualTo(
            """
            a          long heading  c
            ---------  ------------  ----
            wide cell                last
            x          y
            """);
  }

  @Test
  void aColumnOfSeveralWordsIsFolded() {
    assertThat(printed(results(), 100))
        .isEqualTo(
            """
            scenario                                variant  outcome                                     verdict
            --------------------------------------  -------  ------------------------------------------  -------
            a-name-of-thirty-eight-characters-here  default  hang at cpu0:logbuf_lock in kmsg_dump,      ok
                                                             console none, pstore unreached
            a-name-of-thirty-eight-characters-here  patched  loop                                        FAILED
            """);
  }

  @Test
  void theWidestColumnsLeaveARowThatIsTooWide() {
    assertThat(printed(results(), 60))
        .isEqualTo(
            """
            scenario
              variant  outcome                                   verdict
              -------  ----------------------------------------  -------
            a-name-of-thirty-eight-characters-here
              default  hang at cpu0:logbuf_lock in kmsg_dump,    ok
                       console none, pstore unreached
              patched  loop                                      FAILED
            """);
    assertThat(printed(results(), 40))
        .isEqualTo(
            """
            scenario
              variant  verdict
                outcome
              -------  -------
            a-name-of-thirty-eight-characters-here
              default  ok
                hang at cpu0:logbuf_lock in
                  kmsg_dump, console none, pstore
                  unreached
              patched  FAILED
                loop
            """);
  }
}
