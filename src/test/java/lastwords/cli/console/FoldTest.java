package lastwords.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FoldTest {
  @Test
  void aFunctionKeepsItsPlaceAndAnArrowItsTarget() {
    String stack = "  cpu0 waits in kmsg_dump()  printk.c:752 <- panic()  panic.c:148 <- x()";
    assertThat(Fold.lines(stack, 45, 4))
        .containsExactly(
            "  cpu0 waits in kmsg_dump()  printk.c:752", "      <- panic()  panic.c:148 <- x()");
  }

  @Test
  void aListInBracketsStaysWithItsWord() {
    assertThat(Fold.lines("loop, kdump n/a, not stopped [1, 2, 3]", 36, 2))
        .containsExactly("loop, kdump n/a, not", "  stopped [1, 2, 3]");
  }

  @Test
  void coloursTakeNoRoom() {
    String text = "\u001b[31mNOT as expected\u001b[0m, at all";
    assertThat(Fold.lines(text, 24, 2)).containsExactly(text);
  }

  @Test
  void aWordThatIsTooWideStaysWhole() {
    assertThat(Fold.lines("a /very/long/path/to/a/file b", 10, 2))
        .containsExactly("a", "  /very/long/path/to/a/file", "  b");
  }
}
