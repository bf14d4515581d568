package lastwords.scenario.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release takes from a tree of versioned files. */
final class TreeFolderTest {
  @TempDir private Path root;

  @Test
  void aReleaseTakesTheNewestVersionThatIsNotLaterThanItself() throws IOException {
    file("kernel/panic.c", "first");
    file("kernel/panic/5.2.c", "rewritten");
    file("kernel/panic/5.10.c", "and again");
    file("kernel/printk/ring/5.10.c", "new");
    assertThat(paths("4.19")).containsExactly("kernel/panic.c");
    assertThat(text("4.19", "kernel/panic.c")).isEqualTo("first\n");
    assertThat(text("5.2", "kernel/panic.c")).isEqualTo("rewritten\n");
    assertThat(text("5.9", "kernel/panic.c")).isEqualTo("rewritten\n");
    assertThat(text("5.10.223", "kernel/panic.c")).isEqualTo("and again\n");
    assertThat(paths("5.10")).containsExactly("kernel/panic.c", "kernel/printk/ring.c");
  }

  @Test
  void aFileEndsWhereItIsGoneAndMayComeBack() throws IOException {
    file("lib/safe.c", "old");
    file("lib/safe/5.15.gone", "");
    file("lib/safe/6.1.c", "back");
    file("lib/safe.h", "a header");
    assertThat(paths("5.14")).containsExactly("lib/safe.c", "lib/safe.h");
    assertThat(paths("5.15")).isEmpty();
    assertThat(text("6.1", "lib/safe.c")).isEqualTo("back\n");
  }

  @Test
  void foldersComeInTheirOrderAndOthersDoNotCount() throws IOException {
    file("kernel/a.c", "");
    file("lib/a.c", "");
    file("models/a.c", "");
    file("kernel/README", "");
    assertThat(paths("5.2")).containsExactly("kernel/a.c", "lib/a.c");
  }

  @Test
  void conditionsOnTheVersionLeaveAReleaseItsOwnLines() throws IOException {
    file(
        "kernel/a.c",
        """
        #if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 2, 0) /* since then */
        new
        #ifdef CONFIG_X
        maybe
        #endif
        #elif LINUX_VERSION_CODE >= KERNEL_VERSION(4, 19, 0) && LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
        old
        #else
        between
        #endif
        always
        """);
    assertThat(text("5.3", "kernel/a.c"))
        .isEqualTo("new\n#ifdef CONFIG_X\nmaybe\n#endif\nalways\n");
    assertThat(text("4.19", "kernel/a.c")).isEqualTo("old\nalways\n");
    assertThat(text("5.1", "kernel/a.c")).isEqualTo("between\nalways\n");
    TreeLine last = tree("4.19").file("kernel/a.c").orElseThrow().lines().get(1);
    assertThat(last.place()).isEqualTo("kernel/a.c:11");
  }

  @Test
  void conditionsInOtherConditionsAndInEachOther() throws IOException {
    file(
        "kernel/a.c",
        """
        #ifndef X
        #if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)
        #if LINUX_VERSION_CODE <= KERNEL_VERSION(4, 14, 0)
        oldest
        #endif
        old
        #ifdef Y
        y
        #else
        not y
        #endif
        #endif
        #else
        x
        #endif
        """);
    assertThat(text("4.14", "kernel/a.c"))
        .isEqualTo("#ifndef X\noldest\nold\n#ifdef Y\ny\n#else\nnot y\n#endif\n#else\nx\n#endif\n");
    assertThat(text("5.0", "kernel/a.c")).isEqualTo("#ifndef X\n#else\nx\n#endif\n");
  }

  @Test
  void aStableReleaseHasWhatItsBackportsName() throws IOException {
    file(
        "kernel/a.c",
        """
        #if LINUX_VERSION_CODE >= KERNEL_VERSION(5, 18, 0) || BACKPORT(spinlock)
        spinlock
        #elif BACKPORT(mutex) && LINUX_VERSION_CODE >= KERNEL_VERSION(5, 10, 0)
        mutex
        #else
        semaphore
        #endif
        #if !BACKPORT(spinlock)
        sleeps
        #endif
        """);
    assertThat(text("5.18", "kernel/a.c")).isEqualTo("spinlock\nsleeps\n");
    assertThat(text("5.10", "kernel/a.c")).isEqualTo("semaphore\nsleeps\n");
    assertThat(backported("5.10.223", "spinlock")).isEqualTo("spinlock\n");
    assertThat(backported("5.10.223", "mutex")).isEqualTo("mutex\nsleeps\n");
    assertThat(backported("5.4.99", "mutex")).isEqualTo("semaphore\nsleeps\n");
  }

  private String backported(String release, String... names) {
    return folder()
        .compose(ReleaseNumber.of(release).orElseThrow(), Set.of(names))
        .file("kernel/a.c")
        .orElseThrow()
        .text();
  }

  @Test
  void aBackportThatNoSourceAsksForIsAnError() throws IOException {
    file("kernel/a.c", "#if BACKPORT(spinlock)\n#endif\n");
    TreeException e =
        catchThrowableOfType(TreeException.class, () -> backported("5.10.223", "spinlok"));
    assertThat(e.lines())
        .containsExactly(
            "5.10.223: no source asks for the backport 'spinlok'; did you mean 'spinlock'?");
  }

  @Test
  void aConditionThatCannotBeDecidedIsAnErrorWithItsPlace() throws IOException {
    file("kernel/a.c", "\n#if LINUX_VERSION_CODE > 5\n#endif\n");
    file("kernel/b.c", "#if LINUX_VERSION_CODE < KERNEL_VERSION(5, 0, 0)\n");
    TreeException e = catchThrowableOfType(TreeException.class, () -> tree("5.2"));
    assertThat(e.lines())
        .containsExactly(
            "kernel/a.c:2: expected LINUX_VERSION_CODE >= KERNEL_VERSION(a, b, c) or"
                + " BACKPORT(name), found 'LINUX_VERSION_CODE > 5'",
            "kernel/b.c:1: this #if has no #endif");
  }

  @Test
  void sourcesKnowWhichReleaseTheyAreOf() {
    assertThat(tree("5.10.223").files().get(0).text())
        .contains("#define LINUX_VERSION_CODE 330463\n", "#define UTS_RELEASE \"5.10.223\"\n");
  }

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private TreeFolder folder() {
    return new TreeFolder(
        root, List.of("kernel", "lib"), TreeFolderTest::read, it -> "" + root.relativize(it));
  }

  private KernelTree tree(String release) {
    return folder().compose(ReleaseNumber.of(release).orElseThrow());
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> paths(String release) {
    return tree(release).files().stream().skip(1).map(TreeFile::path).toList();
  }

  private String text(String release, String path) {
    return tree(release).file(path).orElseThrow().text();
  }
}
